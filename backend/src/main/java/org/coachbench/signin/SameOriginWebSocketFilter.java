package org.coachbench.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/**
 * Refuses a WebSocket that a page of another origin opens: browsers send the session cookie along with it, and neither
 * CSRF tokens nor the same-origin policy guard a WebSocket. Programs that are no browsers send no Origin.
 */
class SameOriginWebSocketFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws ServletException, IOException {
        if (
            "websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE)) &&
            !WebUtils.isSameOrigin(new ServletServerHttpRequest(request))
        ) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        chain.doFilter(request, response);
    }
}
