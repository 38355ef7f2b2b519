package org.coachbench.signin;

import org.springframework.data.mongodb.repository.MongoRepository;

/** All accounts. */
interface AccountStore extends MongoRepository<Account, String> {}
