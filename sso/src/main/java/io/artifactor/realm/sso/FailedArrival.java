package io.artifactor.realm.sso;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;

/** Sends whom the container did not let in back to where they can try again. */
@WebServlet("/failed")
public class FailedArrival extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        if (Objects.equals(status, HttpServletResponse.SC_NOT_FOUND)) {
            response.sendRedirect("/");
        } else {
            response.sendRedirect("/sign-in/?refused=realm");
        }
    }
}
