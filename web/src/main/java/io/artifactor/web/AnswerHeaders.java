package io.artifactor.web;

import io.artifactor.identity.PublicUrl;
import io.artifactor.log.RequestMark;
import io.artifactor.message.MessageHead;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What comes before every resource: the headers every answer carries (its id, and what keeps
 * browsers from guessing, framing and caching), requests that can be read in two ways, pages of
 * other origins, and the limits on how often somebody may ask. One filter, because the runtime does
 * not say in which order it calls several.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class AnswerHeaders implements Filter {

    private static final String INTERFACE = "/api/";
    private static final String PROVISIONING = "/scim/";
    private static final String SHARED = "/api/v1/share/";
    private static final String SHARE_PAGE = "/share/";

    private static final String NOTHING =
            "default-src 'none'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

    /**
     * Pages of ours hold neither scripts nor styles; both come from here, and nothing else does.
     */
    private static final String PAGES =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                    + " connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none';"
                    + " frame-ancestors 'none'";

    @Inject private CrossOrigin crossOrigin;
    @Inject private PublicUrl publicUrl;
    @Inject private RateLimits limits;

    @Inject
    @ConfigProperty(name = "artifactor.hsts", defaultValue = "max-age=31536000")
    private String secureOnly;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest asked = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        ProcessTime.begin(asked);
        String id = RequestId.of(asked);
        answer.setHeader(RequestId.HEADER, id);
        RequestMark.begin(id);
        try {
            answer(asked, answer, chain);
        } finally {
            RequestMark.end();
        }
    }

    private void answer(HttpServletRequest asked, HttpServletResponse answer, FilterChain chain)
            throws IOException, ServletException {
        answer.setHeader("X-Content-Type-Options", "nosniff");
        answer.setHeader("X-Frame-Options", "DENY");
        answer.setHeader("Referrer-Policy", "no-referrer");
        answer.setHeader("Cache-Control", "private, no-cache");
        if (asked.isSecure() || publicUrl.isSecure()) {
            answer.setHeader("Strict-Transport-Security", secureOnly);
        }
        MessageHead head = head(asked);
        Optional<Problem> flaw = head.flaw();
        if (flaw.isPresent() || head.mayEndElsewhere(asked.getMethod())) {
            answer.setHeader("Connection", "close");
        }
        if (flaw.isPresent()) {
            answer.setHeader("Content-Security-Policy", NOTHING);
            ProblemAnswer.send(flaw.get(), asked.getRequestURI(), asked, answer);
        } else {
            admit(asked, answer, chain);
        }
    }

    private void admit(HttpServletRequest asked, HttpServletResponse answer, FilterChain chain)
            throws IOException, ServletException {
        String path = RequestPath.of(asked);
        if (path.concat("/").startsWith(SHARE_PAGE) || path.startsWith(SHARED)) {
            // Links people put somewhere public are theirs to find, not everybody's.
            answer.setHeader("X-Robots-Tag", "noindex, nofollow, noarchive");
        }
        if (path.startsWith(PROVISIONING)) {
            // No page of any origin speaks to it.
            answer.setHeader("Content-Security-Policy", NOTHING);
            if (limits.admit(asked, answer)) {
                serve(asked, answer, chain);
            }
            return;
        }
        if (!path.startsWith(INTERFACE)) {
            answer.setHeader("Content-Security-Policy", PAGES);
            chain.doFilter(asked, answer);
            return;
        }
        answer.setHeader("Content-Security-Policy", NOTHING);
        crossOrigin.permit(asked, answer);
        if (CrossOrigin.isPreflight(asked)) {
            answer.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else if (limits.admit(asked, answer)) {
            serve(asked, answer, chain);
        }
    }

    private static MessageHead head(HttpServletRequest asked) {
        return MessageHead.of(asked.getProtocol(), asked.getHeaderNames(), asked::getHeaders);
    }

    private static void serve(
            HttpServletRequest asked, HttpServletResponse answer, FilterChain chain)
            throws IOException, ServletException {
        String query = Objects.requireNonNullElse(asked.getQueryString(), "");
        if (!PercentEncoding.isSound(asked.getRequestURI()) || !PercentEncoding.isSound(query)) {
            Problem problem =
                    new Problem(
                            ProblemCode.INVALID_INPUT,
                            "The address is not percent-encoded UTF-8; write % as %25.");
            ProblemAnswer.send(problem, asked.getRequestURI(), asked, answer);
            return;
        }
        chain.doFilter(asked, answer);
    }
}
