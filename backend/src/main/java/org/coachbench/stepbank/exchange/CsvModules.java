package org.coachbench.stepbank.exchange;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.coachbench.spreadsheet.CsvWords;
import org.coachbench.stepbank.exchange.ExchangedBank.ExchangedModule;

/** The modules of a bank by what a spreadsheet calls them: their title, or their id where a title tells too little. */
final class CsvModules {

    private final Map<String, ExchangedModule> byId = new HashMap<>();
    private final Map<String, Set<ExchangedModule>> bySimplifiedName = new HashMap<>();
    private final List<String> titles;

    CsvModules(List<ExchangedModule> modules) {
        for (var module : modules) {
            byId.put(module.id(), module);
            for (var name : List.of(module.id(), module.title())) {
                bySimplifiedName.computeIfAbsent(CsvWords.simplified(name), none -> new LinkedHashSet<>()).add(module);
            }
        }
        titles = modules.stream().map(ExchangedModule::title).distinct().toList();
    }

    List<ExchangedModule> called(String name) {
        var module = byId.get(name);
        return module != null
            ? List.of(module)
            : List.copyOf(bySimplifiedName.getOrDefault(CsvWords.simplified(name), Set.of()));
    }

    List<String> nearestTitles(String name) {
        return CsvWords.nearest(name, titles, 3);
    }

    String nameOf(String moduleId) {
        var module = byId.get(moduleId);
        if (module == null || module.title().isBlank() || !called(module.title()).equals(List.of(module))) {
            return moduleId;
        }
        return module.title();
    }
}
