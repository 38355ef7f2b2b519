package org.coachbench.stepbank;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.coachbench.stepbank.Step.StepStatus;
import org.coachbench.stepbank.StepBank.Audience;
import org.coachbench.stepbank.StepContent.SchoolPhase;
import org.coachbench.stepbank.StepContent.Subject;
import org.jspecify.annotations.Nullable;

/** Finds steps by what they say, in this process's memory. */
final class StepIndex implements AutoCloseable {

    /** Nobody pages further. */
    private static final int MOST_FOUND = 500;
    /** Counts every hit in the pass that ranks them. */
    private static final int ALL = Integer.MAX_VALUE;
    private static final String ID = "id";
    private static final String ORDER = "order";
    private static final String SEND_TAG = "send";

    private final StepWords words = new StepWords();
    private final IndexWriter writer;
    private final SearcherManager searchers;

    /**
     * What is looked for.
     *
     * @param only ids to which the search is limited; null for all
     * @param except ids that are left out
     */
    record Wanted(
        @Nullable String text,
        @Nullable Strand strand,
        @Nullable String moduleId,
        Collection<String> bankIds,
        @Nullable Audience audience,
        @Nullable SchoolPhase phase,
        @Nullable Subject subject,
        boolean send,
        StepStatus status,
        @Nullable Set<String> only,
        Set<String> except
    ) {}

    record Found(List<String> ids, int total) {}

    StepIndex() {
        try {
            writer = new IndexWriter(new ByteBuffersDirectory(), new IndexWriterConfig(words.analyzer()));
            searchers = new SearcherManager(writer, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts steps in, or in place of their former selves. */
    void put(Collection<Step> steps, Audience audience, long firstOrder) {
        try {
            var order = firstOrder;
            for (var step : steps) {
                writer.updateDocument(new Term(ID, step.id()), document(step, audience, order++));
            }
            searchers.maybeRefreshBlocking();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Found find(Wanted wanted) {
        return search(searcher -> {
            var text = wanted.text();
            var filters = filters(wanted);
            if (text == null || text.isBlank()) {
                var inOrder = new Sort(new SortField(ORDER, SortField.Type.LONG));
                return found(
                    searcher,
                    searcher.search(filters, new TopFieldCollectorManager(inOrder, MOST_FOUND, ALL))
                );
            }
            var query = new BooleanQuery.Builder()
                .add(words.query(text, searcher.getIndexReader()), Occur.MUST)
                .add(filters, Occur.FILTER)
                .build();
            return found(searcher, searcher.search(query, new TopScoreDocCollectorManager(MOST_FOUND, ALL)));
        });
    }

    /** As found by words that somebody wrote, best first; none where no word of them can be looked up. */
    List<String> nearest(Wanted wanted, int most) {
        return search(searcher -> {
            var spoken = words.query(requireNonNull(wanted.text()), searcher.getIndexReader());
            if (spoken instanceof MatchAllDocsQuery) {
                return List.of();
            }
            var query = new BooleanQuery.Builder().add(spoken, Occur.MUST).add(filters(wanted), Occur.FILTER).build();
            return found(searcher, searcher.search(query, most)).ids();
        });
    }

    /** Published steps that name this one as coming before them. */
    List<String> leadsTo(String stepId) {
        return search(searcher -> {
            var query = new BooleanQuery.Builder()
                .add(new TermQuery(new Term("buildsOn", stepId)), Occur.FILTER)
                .add(new TermQuery(new Term("status", StepStatus.PUBLISHED.name())), Occur.FILTER)
                .build();
            return found(searcher, searcher.search(query, 50)).ids();
        });
    }

    int published(String bankId) {
        return search(searcher ->
            searcher.count(
                new BooleanQuery.Builder()
                    .add(new TermQuery(new Term("bank", bankId)), Occur.FILTER)
                    .add(new TermQuery(new Term("status", StepStatus.PUBLISHED.name())), Occur.FILTER)
                    .build()
            )
        );
    }

    private static Found found(IndexSearcher searcher, TopDocs top) throws IOException {
        var stored = searcher.storedFields();
        var ids = new ArrayList<String>();
        for (var hit : top.scoreDocs) {
            ids.add(stored.document(hit.doc, Set.of(ID)).get(ID));
        }
        return new Found(ids, (int) top.totalHits.value());
    }

    private static Query filters(Wanted wanted) {
        var filters = new BooleanQuery.Builder().add(MatchAllDocsQuery.INSTANCE, Occur.MUST);
        filters.add(in("bank", wanted.bankIds()), Occur.FILTER);
        require(filters, "status", wanted.status());
        require(filters, "strand", wanted.strand());
        require(filters, "audience", wanted.audience());
        require(filters, "phase", wanted.phase());
        require(filters, "subject", wanted.subject());
        if (wanted.moduleId() != null) {
            filters.add(new TermQuery(new Term("module", wanted.moduleId())), Occur.FILTER);
        }
        if (wanted.send()) {
            filters.add(new TermQuery(new Term(SEND_TAG, "true")), Occur.FILTER);
        }
        if (wanted.only() != null) {
            filters.add(in(ID, wanted.only()), Occur.FILTER);
        }
        if (!wanted.except().isEmpty()) {
            filters.add(in(ID, wanted.except()), Occur.MUST_NOT);
        }
        return filters.build();
    }

    private static void require(BooleanQuery.Builder filters, String field, @Nullable Enum<?> value) {
        if (value != null) {
            filters.add(new TermQuery(new Term(field, value.name())), Occur.FILTER);
        }
    }

    private static Query in(String field, Collection<String> values) {
        return new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
    }

    private static Document document(Step step, Audience audience, long order) {
        var document = new Document();
        document.add(new StringField(ID, step.id(), Field.Store.YES));
        document.add(new NumericDocValuesField(ORDER, order));
        keyword(document, "bank", step.bankId());
        keyword(document, "module", step.moduleId());
        keyword(document, "status", step.status().name());
        keyword(document, "audience", audience.name());
        if (step.strand() != null) {
            keyword(document, "strand", step.strand().name());
        }
        step.content()
            .buildsOn()
            .forEach(before -> keyword(document, "buildsOn", before));
        step.models().forEach(model -> {
            keyword(document, "phase", model.phase().name());
            keyword(document, "subject", model.subject().name());
            text(document, StepWords.EXAMPLE, model.lesson());
            text(document, StepWords.EXAMPLE, model.text());
        });
        if (step.tags().stream().anyMatch(SEND_TAG::equalsIgnoreCase)) {
            keyword(document, SEND_TAG, "true");
        }
        text(document, StepWords.TITLE, step.title());
        step.phrasings().forEach(phrasing -> text(document, StepWords.PHRASING, phrasing));
        step.tags().forEach(tag -> text(document, StepWords.PHRASING, tag));
        step.criteria().forEach(criterion -> text(document, StepWords.BODY, criterion));
        step.pitfalls().forEach(pitfall -> text(document, StepWords.BODY, pitfall));
        text(document, StepWords.BODY, step.why());
        text(document, StepWords.BODY, step.cue());
        return document;
    }

    private static void keyword(Document document, String field, String value) {
        document.add(new StringField(field, value, Field.Store.NO));
    }

    private static void text(Document document, String field, String value) {
        document.add(new TextField(field, value, Field.Store.NO));
    }

    private interface Reading<T> {
        T on(IndexSearcher searcher) throws IOException;
    }

    private <T> T search(Reading<T> reading) {
        try {
            var searcher = searchers.acquire();
            try {
                return reading.on(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        searchers.close();
        writer.close();
    }
}
