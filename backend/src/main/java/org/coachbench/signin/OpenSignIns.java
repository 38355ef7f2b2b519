package org.coachbench.signin;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.coachbench.access.Viewer;
import org.coachbench.api.PersonErased;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/** Who is signed in to this process; whoever is erased is signed out, with their sockets and streams. */
@Component
class OpenSignIns implements HttpSessionListener {

    private static final Logger log = LoggerFactory.getLogger(OpenSignIns.class);

    private final Set<HttpSession> open = ConcurrentHashMap.newKeySet();

    @Override
    public void sessionCreated(HttpSessionEvent event) {
        open.add(event.getSession());
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        open.remove(event.getSession());
    }

    @EventListener
    void end(PersonErased erased) {
        for (var session : open) {
            try {
                if (isOf(session, erased.personId())) {
                    session.invalidate();
                }
            } catch (IllegalStateException e) {
                log.debug("A sign-in ended by itself at the same moment", e);
            }
        }
    }

    private static boolean isOf(HttpSession session, String personId) {
        return (
            session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY) instanceof
                SecurityContext context &&
            context.getAuthentication() != null &&
            context.getAuthentication().getPrincipal() instanceof Viewer viewer &&
            viewer.personId().equals(personId)
        );
    }
}
