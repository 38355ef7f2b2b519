package org.coachbench.signin;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/** What may be asked for without having signed in: the sign-in, the web client's files, the health of the service. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** WebAssembly merges the shared notes. */
    private static final String CONTENT_POLICY =
        "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self';" +
        " frame-ancestors 'none'; base-uri 'self'; form-action 'self'";

    @Bean
    SecurityFilterChain security(HttpSecurity http) throws Exception {
        return http
            .authorizeHttpRequests(requests ->
                requests
                    // The end of a request that was allowed; a stream may outlast its sign-in by a moment.
                    .dispatcherTypeMatchers(DispatcherType.ASYNC)
                    .permitAll()
                    .requestMatchers("/session/**", "/error", "/actuator/health")
                    .permitAll()
                    .requestMatchers("/graphql/**", "/graphiql/**", "/my-data.zip", "/people-data/**")
                    .hasAuthority(SessionController.FULL)
                    .requestMatchers("/actuator/**")
                    .denyAll()
                    .requestMatchers(HttpMethod.GET)
                    .permitAll()
                    .anyRequest()
                    .denyAll()
            )
            .csrf(CsrfConfigurer::spa)
            .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY)))
            .requestCache(cache -> cache.disable())
            .logout(logout -> logout.disable())
            .anonymous(Customizer.withDefaults())
            .exceptionHandling(handling ->
                handling
                    .authenticationEntryPoint((request, response, e) ->
                        refuse(response, 401, "UNAUTHENTICATED", "Sign in first.")
                    )
                    .accessDeniedHandler((request, response, e) -> {
                        var mustChange = isWithoutRights(SecurityContextHolder.getContext().getAuthentication());
                        refuse(
                            response,
                            403,
                            mustChange ? "PASSWORD_CHANGE_REQUIRED" : "FORBIDDEN",
                            mustChange ? "Change your one-time password first." : "This request is not allowed."
                        );
                    })
            )
            .addFilterBefore(new SameOriginWebSocketFilter(), AuthorizationFilter.class)
            .build();
    }

    /** Keeps Boot from making up a user with a printed password. */
    @Bean
    UserDetailsService noUsers() {
        return name -> {
            throw new UsernameNotFoundException("People sign in at /session.");
        };
    }

    private static boolean isWithoutRights(@Nullable Authentication authentication) {
        return authentication != null && authentication.getAuthorities().isEmpty();
    }

    private static void refuse(HttpServletResponse response, int status, String code, String message)
        throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getWriter().write(
            """
            {"errors":[{"message":"%s","extensions":{"code":"%s"}}]}""".formatted(message, code)
        );
    }
}
