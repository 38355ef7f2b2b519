package org.coachbench.stepbank;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.mongodb.repository.MongoRepository;

/** All steps that do not ship with the service. */
interface BankSteps extends MongoRepository<BankStep, String> {
    Optional<BankStep> findByWrittenBy(String writtenBy);

    List<BankStep> findByBankId(String bankId);

    List<BankStep> findByBankIdIn(Collection<String> bankIds);

    List<BankStep> findByChangedAtAfter(Instant instant);
}
