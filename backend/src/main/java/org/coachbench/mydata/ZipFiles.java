package org.coachbench.mydata;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.coachbench.spreadsheet.CsvCell;

/** Text files in a zip, each written as it comes. */
final class ZipFiles {

    /** Without it Excel reads a CSV file as if it were in the machine's old code page. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final ZipOutputStream zip;

    ZipFiles(OutputStream out) {
        this.zip = new ZipOutputStream(out, UTF_8);
    }

    void begin(String name) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        if (name.endsWith(".csv")) {
            add(BYTE_ORDER_MARK);
        }
    }

    void add(String text) throws IOException {
        zip.write(text.getBytes(UTF_8));
    }

    void addRow(List<String> cells) throws IOException {
        add(CSVFormat.DEFAULT.format(cells.stream().map(ZipFiles::cell).toArray()) + "\r\n");
    }

    private static String cell(String text) {
        return text.isEmpty() ? text : CsvCell.of(text);
    }

    void end() throws IOException {
        zip.closeEntry();
    }

    void text(String name, String text) throws IOException {
        begin(name);
        add(text);
        end();
    }

    void csv(String name, List<List<String>> rows) throws IOException {
        begin(name);
        for (var row : rows) {
            addRow(row);
        }
        end();
    }

    void finish() throws IOException {
        zip.finish();
        zip.flush();
    }
}
