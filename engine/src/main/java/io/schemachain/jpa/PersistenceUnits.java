package io.schemachain.jpa;

import io.schemachain.diagnostic.Diagnostics;
import io.schemachain.diagnostic.SourceLocation;
import io.schemachain.diagnostic.Suggestions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The units in the files META-INF/persistence.xml of a class path. */
final class PersistenceUnits {
  private static final String FILE = "META-INF/persistence.xml";

  private final List<ClassFolder> folders;

  PersistenceUnits(List<ClassFolder> folders) {
    this.folders = folders;
  }

  void require(String unit, SourceLocation asked, Diagnostics diagnostics) {
    Set<String> names = new TreeSet<>();
    boolean isThere = false;
    for (ClassFolder folder : folders) {
      Path file = folder.file(FILE);
      if (file != null) {
        isThere = true;
        names.addAll(names(file, folder));
      }
    }
    if (!isThere) {
      diagnostics.error(
          asked,
          "There is no "
              + FILE
              + " on the class path, so there is no persistence unit "
              + unit
              + ".",
          "Write it to src/main/resources and compile the project, or name the packages of the"
              + " entities instead of a unit.");
    } else if (!names.contains(unit)) {
      diagnostics.error(
          asked,
          "There is no persistence unit '" + unit + "' in " + FILE + ".",
          Suggestions.didYouMean(unit, names)
              .orElse(names.isEmpty() ? null : "There is " + Words.some(names) + "."));
    }
  }

  private static Set<String> names(Path file, ClassFolder folder) {
    Set<String> names = new TreeSet<>();
    try (InputStream in = Files.newInputStream(file)) {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      NodeList units = builder.parse(in).getElementsByTagNameNS("*", "persistence-unit");
      for (int i = 0; i < units.getLength(); i++) {
        names.add(((Element) units.item(i)).getAttribute("name"));
      }
      return names;
    } catch (IOException | SAXException | ParserConfigurationException e) {
      throw new JpaException(
          FILE + " in " + folder.shown() + " cannot be read: " + e.getMessage(),
          "Correct the XML, compile the project again, and run the goal once more.",
          e);
    }
  }
}
