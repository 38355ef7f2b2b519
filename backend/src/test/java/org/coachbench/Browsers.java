package org.coachbench;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;

/** Signs people in, each in a browser window of their own. */
public final class Browsers implements AutoCloseable {

    private static final List<String> CHROMIUM = List.of(
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync"
    );

    static final Page.GetByLabelOptions EXACT = new Page.GetByLabelOptions().setExact(true);
    private static final int DESK = 1280;

    private final String address;
    private final Playwright playwright = Playwright.create();
    private final Browser browser;

    public Browsers(String address) {
        this.address = address;
        var chromium = System.getProperty("coachbench.test.chromium", "/usr/bin/chromium");
        browser = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(Path.of(chromium)).setArgs(CHROMIUM));
    }

    public Browser browser() {
        return browser;
    }

    Page signedIn(String email, int width, int height) {
        return signedIn(email, new Browser.NewContextOptions().setViewportSize(width, height));
    }

    /** On a device whose clock shows another zone's time. */
    Page signedIn(String email, int width, int height, String zone) {
        return signedIn(email, new Browser.NewContextOptions().setViewportSize(width, height).setTimezoneId(zone));
    }

    private Page signedIn(String email, Browser.NewContextOptions device) {
        var page = browser.newContext(device).newPage();
        page.setDefaultTimeout(15_000);
        page.navigate(address);
        page.getByLabel("E-mail address").fill(email);
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(Staffroom.PASSWORD);
        button(page, "Sign in").click();
        button(page, "Sign out").waitFor();
        return page;
    }

    static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, named(name));
    }

    static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, named(name));
    }

    static GetByRoleOptions named(String name) {
        return new GetByRoleOptions().setName(name);
    }

    /** What is walked through on a phone is looked at as it is at a desk too. */
    static void screenshot(Page page, String name) {
        picture(page, name);
        var size = page.viewportSize();
        if (size.width < DESK) {
            page.setViewportSize(DESK, size.height);
            picture(page, name + "-at-a-desk");
            page.setViewportSize(size.width, size.height);
        }
    }

    private static void picture(Page page, String name) {
        page.screenshot(
            new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", name + ".png")).setFullPage(true)
        );
    }

    static void noSidewaysScroll(Page page) {
        var tooWide = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
        assertThat(tooWide).isEqualTo(false);
    }

    /** A screen that was reached: kept to be looked at, and no wider than its window. */
    static void reached(Page page, String name) {
        noSidewaysScroll(page);
        screenshot(page, name);
    }

    @Override
    public void close() {
        playwright.close();
    }
}
