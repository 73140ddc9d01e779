package io.artifactor.realm.sso;

import io.artifactor.message.MessageHead;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * What every answer here says to browsers: keep nothing, show it nowhere else; and requests that
 * can be read in two ways are refused.
 */
@WebFilter("/*")
public class ArrivalHeaders implements Filter {

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletResponse answer = (HttpServletResponse) response;
        answer.setHeader("Cache-Control", "no-store");
        answer.setHeader("X-Content-Type-Options", "nosniff");
        answer.setHeader("X-Frame-Options", "DENY");
        answer.setHeader("Referrer-Policy", "no-referrer");
        answer.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'");
        HttpServletRequest asked = (HttpServletRequest) request;
        MessageHead head = head(asked);
        boolean isFlawed = head.flaw().isPresent();
        if (isFlawed || head.mayEndElsewhere(asked.getMethod())) {
            answer.setHeader("Connection", "close");
        }
        if (isFlawed) {
            answer.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        chain.doFilter(request, response);
    }

    private static MessageHead head(HttpServletRequest asked) {
        return MessageHead.of(asked.getProtocol(), asked.getHeaderNames(), asked::getHeaders);
    }
}
