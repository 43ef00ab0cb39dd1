package org.jizhun.bench.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** tabula-java's lattice extraction, on the PDFBox 2 it was built for, in a class loader that does not see ours. */
final class Tabula implements AutoCloseable {

    /** Held, or its level would be collected with it: PDFBox 2 logs every font it has to replace. */
    private static final Logger LOG = Logger.getLogger("org.apache.pdfbox");

    static {
        LOG.setLevel(Level.OFF);
    }

    private final URLClassLoader loader;
    private final Method load;
    private final Class<?> document;
    private final Class<?> extractor;
    private final Class<?> page;
    private final Class<?> lattice;

    private Tabula(URLClassLoader loader) throws ReflectiveOperationException {
        this.loader = loader;
        document = loader.loadClass("org.apache.pdfbox.pdmodel.PDDocument");
        load = document.getMethod("load", byte[].class);
        extractor = loader.loadClass("technology.tabula.ObjectExtractor");
        page = loader.loadClass("technology.tabula.Page");
        lattice = loader.loadClass("technology.tabula.extractors.SpreadsheetExtractionAlgorithm");
    }

    /** From the folder {@code tabula} beside the jar of the benchmarks. */
    static Tabula open() throws IOException, ReflectiveOperationException {
        List<URL> jars = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder())) {
            for (Path jar : files.toList()) {
                jars.add(jar.toUri().toURL());
            }
        }
        return new Tabula(new URLClassLoader(jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader()));
    }

    private static Path folder() {
        try {
            Path jar = Path.of(Tabula.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return jar.resolveSibling("tabula");
        } catch (URISyntaxException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** How many tables all pages have. */
    int tables(byte[] pdf) {
        try {
            int tables = 0;
            try (AutoCloseable open = (AutoCloseable) load.invoke(null, (Object) pdf);
                    AutoCloseable objects =
                            (AutoCloseable) extractor.getConstructor(document).newInstance(open)) {
                Object algorithm = lattice.getConstructor().newInstance();
                Method extract = lattice.getMethod("extract", page);
                Iterator<?> pages = (Iterator<?>) extractor.getMethod("extract").invoke(objects);
                while (pages.hasNext()) {
                    tables += ((List<?>) extract.invoke(algorithm, pages.next())).size();
                }
            }
            return tables;
        } catch (InvocationTargetException broken) {
            throw new IllegalStateException(broken.getCause());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }
}
