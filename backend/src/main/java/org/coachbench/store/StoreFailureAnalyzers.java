package org.coachbench.store;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says at start what is wrong with the store and what to do, instead of a stack trace. */
final class StoreFailureAnalyzers {

    private StoreFailureAnalyzers() {}

    static class StoreInUse extends AbstractFailureAnalyzer<StoreInUseException> {

        @Override
        protected FailureAnalysis analyze(Throwable rootFailure, StoreInUseException cause) {
            return new FailureAnalysis(
                String.valueOf(cause.getMessage()),
                "Stop the other process, or start this one with its own --coachbench.data-dir=<folder>.",
                cause
            );
        }
    }

    static class StandaloneServer extends AbstractFailureAnalyzer<StandaloneServerException> {

        @Override
        protected FailureAnalysis analyze(Throwable rootFailure, StandaloneServerException cause) {
            return new FailureAnalysis(
                String.valueOf(cause.getMessage()),
                "Make it a replica set of one: start mongod with --replSet rs0, run rs.initiate() once in mongosh," +
                    " and give spring.mongodb.uri with ?replicaSet=rs0.",
                cause
            );
        }
    }
}
