package import Hummingbird

extension Site {
    /// Every route of the site, behind the middleware that all of them share.
    package func router() -> (router: Router<VisitContext>, routes: Routes) {
        var routes = Routes(site: self)
        AssetRoutes(site: self).add(to: &routes)
        HealthRoutes(site: self).add(to: &routes)
        LanguageRoutes(site: self).add(to: &routes)
        SignInRoutes(site: self).add(to: &routes)
        AccountRoutes(site: self).add(to: &routes)
        HomeRoutes(site: self).add(to: &routes)
        CourseRoutes(site: self).add(to: &routes)
        GlossaryRoutes(site: self).add(to: &routes)
        AttemptRoutes(site: self).add(to: &routes)
        CompetencyRoutes(site: self).add(to: &routes)
        CertificateRoutes(site: self).add(to: &routes)
        StaffRoutes(site: self).add(to: &routes)
        StaffActionRoutes(site: self).add(to: &routes)
        AssignmentRoutes(site: self).add(to: &routes)
        ImportRoutes(site: self).add(to: &routes)
        PersonRoutes(site: self).add(to: &routes)
        OverviewRoutes(site: self).add(to: &routes)
        UnitReportRoutes(site: self).add(to: &routes)
        DrillDownRoutes(site: self).add(to: &routes)
        AccountAdministrationRoutes(site: self).add(to: &routes)
        AuditLogRoutes(site: self).add(to: &routes)
        ContentRoutes(site: self).add(to: &routes)
        TextRoutes(site: self).add(to: &routes)
        let router = Router(context: VisitContext.self)
        router.add(middleware: RequestLog())
        router.add(middleware: SiteMiddleware(site: self, routes: routes))
        routes.install(in: router)
        return (router, routes)
    }
}
