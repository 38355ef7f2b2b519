package org.coachbench.stepbank;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.coachbench.access.NodeSource;
import org.coachbench.access.Viewer;
import org.coachbench.api.BadRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** The queries of stepbank.graphqls. A shipped bank is for everybody who is signed in. */
@Controller
class StepBankController implements NodeSource {

    private final Steps steps;

    StepBankController(Steps steps) {
        this.steps = steps;
    }

    record StepFilter(@Nullable String text, @Nullable Strand strand, @Nullable String moduleId) {}

    record StepConnection(List<StepEdge> edges, PageInfo pageInfo, int totalCount) {}

    record StepEdge(Step node, String cursor) {}

    record PageInfo(
        boolean hasNextPage,
        boolean hasPreviousPage,
        @Nullable String startCursor,
        @Nullable String endCursor
    ) {}

    @QueryMapping
    List<StepBank> stepBanks() {
        return List.of(steps.bank());
    }

    @QueryMapping
    StepConnection searchSteps(
        @Argument @Nullable StepFilter filter,
        @Argument int first,
        @Argument @Nullable String after
    ) {
        var asked = filter == null ? new StepFilter(null, null, null) : filter;
        if (asked.text() != null && asked.text().length() > 200) {
            throw new BadRequest("filter.text must be at most 200 characters.");
        }
        var fitting = steps.search(asked.text(), asked.strand(), asked.moduleId());
        var from = after == null ? 0 : positionAfter(fitting, after);
        var page = fitting.stream().skip(from).limit(BadRequest.pageSize(first)).toList();
        return new StepConnection(
            page
                .stream()
                .map(step -> new StepEdge(step, step.id()))
                .toList(),
            new PageInfo(
                from + page.size() < fitting.size(),
                from > 0,
                page.isEmpty() ? null : page.getFirst().id(),
                page.isEmpty() ? null : page.getLast().id()
            ),
            fitting.size()
        );
    }

    private static int positionAfter(List<Step> fitting, String cursor) {
        var position = fitting.stream().map(Step::id).toList().indexOf(cursor);
        if (position < 0) {
            throw new BadRequest("after must be a cursor of the same search.");
        }
        return position + 1;
    }

    @SchemaMapping
    StepBank bank(Step step) {
        return steps.bank();
    }

    @SchemaMapping
    StepBank.Module module(Step step) {
        return moduleOf(step.moduleId());
    }

    private StepBank.Module moduleOf(String id) {
        return findModule(id).orElseThrow();
    }

    private Optional<StepBank.Module> findModule(String id) {
        return steps
            .bank()
            .modules()
            .stream()
            .filter(module -> module.id().equals(id))
            .findFirst();
    }

    @Override
    public Set<String> idPrefixes() {
        return Set.of("step_", "bank_", "module_");
    }

    @Override
    public @Nullable Object node(Viewer viewer, String id) {
        if (id.equals(steps.bank().id())) {
            return steps.bank();
        }
        var module = findModule(id);
        return module.isPresent() ? module.get() : steps.find(id).orElse(null);
    }
}
