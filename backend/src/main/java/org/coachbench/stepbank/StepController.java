package org.coachbench.stepbank;

import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.security.Principal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.coachbench.access.NodeSource;
import org.coachbench.access.Viewer;
import org.coachbench.api.BadRequest;
import org.coachbench.stepbank.Steps.StepFilter;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

/** Steps as they are found and read. */
@Controller
class StepController implements NodeSource {

    private final Steps steps;
    private final Banks banks;
    private final BankAccess access;

    StepController(Steps steps, Banks banks, BankAccess access) {
        this.steps = steps;
        this.banks = banks;
        this.access = access;
    }

    record StepConnection(List<StepEdge> edges, PageInfo pageInfo, int totalCount) {}

    record StepEdge(Step node, String cursor) {}

    record PageInfo(
        boolean hasNextPage,
        boolean hasPreviousPage,
        @Nullable String startCursor,
        @Nullable String endCursor
    ) {}

    @QueryMapping
    StepConnection searchSteps(
        @Argument @Nullable StepFilter filter,
        @Argument int first,
        @Argument @Nullable String after,
        @AuthenticationPrincipal Viewer viewer
    ) {
        var asked =
            filter == null ? new StepFilter(null, null, null, null, null, null, null, null, null, null) : filter;
        if (asked.text() != null && asked.text().length() > 200) {
            throw new BadRequest("filter.text must be at most 200 characters.");
        }
        var size = BadRequest.pageSize(first);
        var found = steps.search(viewer, asked);
        var from = after == null ? 0 : Steps.positionAfter(found, after);
        var ids = found.ids().stream().skip(from).limit(size).toList();
        var read = steps.readable(access.standing(viewer), ids);
        var page = ids.stream().map(read::get).filter(Objects::nonNull).toList();
        return new StepConnection(
            page
                .stream()
                .map(step -> new StepEdge(step, step.id()))
                .toList(),
            new PageInfo(
                from + ids.size() < found.ids().size(),
                from > 0,
                page.isEmpty() ? null : page.getFirst().id(),
                page.isEmpty() ? null : page.getLast().id()
            ),
            found.total()
        );
    }

    @QueryMapping
    List<StepAdvice> stepAdvice(@Argument StepContentInput step) {
        return StepAdvice.on(step.content());
    }

    @BatchMapping(typeName = "Step")
    Map<Step, StepBank> bank(List<Step> asked) {
        var found = banks.byIds(asked.stream().map(Step::bankId).toList());
        return asked.stream().collect(toMap(identity(), step -> found.get(step.bankId())));
    }

    @BatchMapping(typeName = "Step")
    Map<Step, StepBank.Module> module(List<Step> asked) {
        var found = banks.byIds(asked.stream().map(Step::bankId).toList());
        var result = new HashMap<Step, StepBank.Module>();
        asked.forEach(step ->
            requireNonNull(found.get(step.bankId()))
                .modules()
                .stream()
                .filter(module -> module.id().equals(step.moduleId()))
                .findFirst()
                .ifPresent(module -> result.put(step, module))
        );
        return result;
    }

    @BatchMapping(typeName = "Step")
    Map<Step, List<Step>> buildsOn(List<Step> asked, Principal principal) {
        return linked(asked, principal, asked.stream().collect(toMap(identity(), step -> step.content().buildsOn())));
    }

    @BatchMapping(typeName = "Step")
    Map<Step, List<Step>> leadsTo(List<Step> asked, Principal principal) {
        return linked(asked, principal, asked.stream().collect(toMap(identity(), step -> steps.leadsTo(step.id()))));
    }

    private Map<Step, List<Step>> linked(List<Step> asked, Principal principal, Map<Step, List<String>> links) {
        var ids = links.values().stream().flatMap(List::stream).distinct().toList();
        var read = ids.isEmpty() ? Map.<String, Step>of() : steps.readable(access.standing(Viewer.of(principal)), ids);
        return asked
            .stream()
            .collect(
                toMap(identity(), step ->
                    requireNonNull(links.get(step)).stream().map(read::get).filter(Objects::nonNull).toList()
                )
            );
    }

    @Override
    public Set<String> idPrefixes() {
        return Set.of(Step.ID_PREFIX);
    }

    @Override
    public @Nullable Object node(Viewer viewer, String id) {
        return steps.readable(access.standing(viewer), id).orElse(null);
    }
}
