package org.coachbench.stepbank;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.coachbench.access.AccessPolicy.BankAct;
import org.coachbench.access.Viewer;
import org.coachbench.stepbank.BankAccess.Standing;
import org.springframework.stereotype.Component;

/** Finds step banks as far as the viewer may read them. */
@Component
class Banks {

    private static final int MOST = 100;

    private final ShippedBanks shipped;
    private final SchoolBanks schoolBanks;
    private final BankAccess access;

    Banks(ShippedBanks shipped, SchoolBanks schoolBanks, BankAccess access) {
        this.shipped = shipped;
        this.schoolBanks = schoolBanks;
        this.access = access;
    }

    List<StepBank> readable(Viewer viewer) {
        return readable(access.standing(viewer));
    }

    List<StepBank> readable(Standing standing) {
        var ofSchools = standing.administrator()
            ? schoolBanks.findAll()
            : schoolBanks.findBySchoolIdIn(standing.schools());
        return Stream.concat(ofNoSchool(), ofSchools.stream().map(this::bank))
            .filter(bank -> standing.allows(BankAct.READ, bank))
            .limit(MOST)
            .toList();
    }

    Optional<StepBank> find(Standing standing, String bankId, BankAct act) {
        return find(bankId).filter(bank -> standing.allows(act, bank));
    }

    Optional<StepBank> find(String bankId) {
        return ofNoSchool()
            .filter(bank -> bank.id().equals(bankId))
            .findFirst()
            .or(() -> schoolBanks.findById(bankId).map(this::bank));
    }

    /** By id, whoever may read them; one store command. */
    Map<String, StepBank> byIds(Collection<String> bankIds) {
        var found = new LinkedHashMap<>(ofNoSchool().collect(toMap(StepBank::id, bank -> bank)));
        var others = bankIds
            .stream()
            .distinct()
            .filter(id -> !found.containsKey(id))
            .toList();
        if (!others.isEmpty()) {
            schoolBanks.findAllById(others).forEach(bank -> found.put(bank.id(), bank(bank)));
        }
        return found;
    }

    StepBank shared(StepBank.Audience audience) {
        return StepBank.shared(shipped.banks())
            .stream()
            .filter(bank -> bank.audience() == audience)
            .findFirst()
            .orElseThrow();
    }

    StepBank bank(SchoolBank bank) {
        return StepBank.of(bank, shipped.bank(bank.audience()));
    }

    private Stream<StepBank> ofNoSchool() {
        return Stream.concat(shipped.banks().stream(), StepBank.shared(shipped.banks()).stream());
    }
}
