package io.artifactor.it.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The configuration as it is shipped: what the server and its web modules read at their start. */
final class ServerConfiguration {

    private static final Path ROOT = Path.of("..");
    private static final Path FOLDER = ROOT.resolve("liberty-config");

    private final List<Document> documents;

    private ServerConfiguration(List<Path> files) {
        this.documents = files.stream().map(ServerConfiguration::parsed).toList();
    }

    /** What a server has that nobody added anything to. */
    static ServerConfiguration server() {
        return new ServerConfiguration(List.of(FOLDER.resolve("server.xml")));
    }

    /** The same with all the drop-ins that are shipped. */
    static ServerConfiguration withDropIns() {
        return new ServerConfiguration(
                files().stream().filter(it -> it.toString().endsWith(".xml")).toList());
    }

    /** One for each web module. */
    static List<ServerConfiguration> webModules() {
        return Stream.of("web", "sso")
                .map(it -> ROOT.resolve(it).resolve("src/main/webapp/WEB-INF/web.xml"))
                .map(it -> new ServerConfiguration(List.of(it)))
                .toList();
    }

    /** All files the server is configured with, whatever their format. */
    static List<Path> files() {
        try (Stream<Path> found = Files.walk(FOLDER)) {
            return found.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new IllegalStateException("The configuration of the server is not there", e);
        }
    }

    static List<String> jvmOptions() throws IOException {
        return Files.readAllLines(FOLDER.resolve("jvm.options"));
    }

    /** The elements of the name; of all names for {@code *}. */
    List<Element> elements(String name) {
        List<Element> found = new ArrayList<>();
        for (Document document : documents) {
            NodeList nodes = document.getElementsByTagName(name);
            IntStream.range(0, nodes.getLength())
                    .mapToObj(nodes::item)
                    .map(Element.class::cast)
                    .forEach(found::add);
        }
        return found;
    }

    /** What the elements of the name say under an attribute; those without it say nothing. */
    List<String> values(String element, String attribute) {
        return elements(element).stream()
                .filter(it -> it.hasAttribute(attribute))
                .map(it -> it.getAttribute(attribute))
                .toList();
    }

    List<String> texts(String element) {
        return elements(element).stream().map(it -> it.getTextContent().strip()).toList();
    }

    /** What a variable is if the environment does not say. */
    Optional<String> defaultOf(String variable) {
        return elements("variable").stream()
                .filter(it -> it.getAttribute("name").equals(variable))
                .map(it -> it.getAttribute("defaultValue"))
                .findFirst();
    }

    private static Document parsed(Path file) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(file.toFile());
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException("Not readable: " + file, e);
        }
    }
}
