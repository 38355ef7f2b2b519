package org.coachbench.stepbank;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.springframework.core.io.ClassPathResource;

/**
 * What somebody's words are looked up as: their word forms, their synonyms from {@code synonyms.txt}, the last one as a
 * beginning too, and what is nearly spelt like a word that no step knows.
 */
final class StepWords {

    static final String TITLE = "title";
    static final String PHRASING = "phrasing";
    static final String BODY = "body";
    static final String EXAMPLE = "example";

    /** How much a word counts by where it stands; set by the test of everyday phrasings. */
    private static final Map<String, Float> WEIGHTS = Map.of(TITLE, 3f, PHRASING, 3f, BODY, 1.5f, EXAMPLE, 0.5f);
    private static final float SYNONYM = 0.6f;
    private static final float BEGINNING = 0.5f;
    private static final float MISSPELT = 0.5f;
    /** What a word adds when it stands in a second place too. */
    private static final float ELSEWHERE = 0.2f;
    private static final int SHORTEST_BEGINNING = 2;
    private static final int SHORTEST_MISSPELT = 4;
    private static final int LONG_WORD = 8;
    private static final List<String> EVERYDAY = List.of(
        (
            "get gets got getting go goes going gone went know knows knew just really thing things something anything" +
            " can can't cannot could would should don't doesn't didn't won't isn't lot lots much many bit even still" +
            " always never ever want wants like likes thought think sit sits back pupil pupils student students child children kid kids boy boys girl girls lad" +
            " one's ones i'm i've it's they're"
        ).split(" ")
    );
    private static final int MOST_WORDS = 24;

    private final Analyzer analyzer = new EnglishAnalyzer(stopWords());
    private final Map<String, Set<String>> synonyms = readSynonyms();

    /** Words that say nothing of the matter. */
    private static CharArraySet stopWords() {
        try (
            var snowball = new InputStreamReader(
                requireNonNull(SnowballFilter.class.getResourceAsStream("english_stop.txt")),
                StandardCharsets.UTF_8
            )
        ) {
            var words = new CharArraySet(WordlistLoader.getSnowballWordSet(snowball), true);
            words.addAll(EVERYDAY);
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Analyzer analyzer() {
        return analyzer;
    }

    Query query(String text, IndexReader index) throws IOException {
        var stems = stems(text);
        if (stems.isEmpty()) {
            return MatchAllDocsQuery.INSTANCE;
        }
        var all = new BooleanQuery.Builder();
        for (int i = 0; i < stems.size(); i++) {
            all.add(word(stems.get(i), i == stems.size() - 1, index), Occur.SHOULD);
        }
        // Most of what people write about a class is not in any one step.
        all.setMinimumNumberShouldMatch((stems.size() + 2) / 3);
        return all.build();
    }

    private Query word(String stem, boolean last, IndexReader index) throws IOException {
        var ways = new ArrayList<Query>();
        var known = false;
        for (var field : WEIGHTS.entrySet()) {
            var term = new Term(field.getKey(), stem);
            var weight = field.getValue();
            known |= index.docFreq(term) > 0;
            ways.add(new BoostQuery(new TermQuery(term), weight));
            for (var synonym : synonyms.getOrDefault(stem, Set.of())) {
                ways.add(new BoostQuery(new TermQuery(new Term(field.getKey(), synonym)), weight * SYNONYM));
            }
            if (last && stem.length() >= SHORTEST_BEGINNING && !field.getKey().equals(EXAMPLE)) {
                ways.add(new BoostQuery(new PrefixQuery(term), weight * BEGINNING));
            }
        }
        if (!known && stem.length() >= SHORTEST_MISSPELT) {
            var edits = stem.length() < LONG_WORD ? 1 : 2;
            WEIGHTS.forEach((field, weight) ->
                ways.add(new BoostQuery(new FuzzyQuery(new Term(field, stem), edits, 1), weight * MISSPELT))
            );
        }
        return new DisjunctionMaxQuery(ways, ELSEWHERE);
    }

    private List<String> stems(String text) {
        var stems = new ArrayList<String>();
        try (var tokens = analyzer.tokenStream(BODY, text)) {
            var term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken() && stems.size() < MOST_WORDS) {
                stems.add(term.toString());
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return stems.stream().distinct().toList();
    }

    /** Every line is a set of words that stand for each other. */
    private Map<String, Set<String>> readSynonyms() {
        var byStem = new HashMap<String, Set<String>>();
        try {
            var lines = new ClassPathResource(
                "stepbank/synonyms.txt",
                StepWords.class.getClassLoader()
            ).getContentAsString(StandardCharsets.UTF_8);
            lines
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> Set.copyOf(stems(line)))
                .forEach(group ->
                    group.forEach(stem -> {
                        var others = requireNonNull(byStem.computeIfAbsent(stem, none -> new HashSet<>()));
                        others.addAll(group);
                        others.remove(stem);
                    })
                );
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return byStem;
    }
}
