import { fetched } from '../components/fetched';
import type { Tab } from './useRoute';
import type { PageProps } from './pages/types';

type Page = React.ComponentType< PageProps >;

/** Each page is a script of its own, fetched when it is first shown: who reads the log does not pay for the setup. */
export const PAGES: Record< Tab, Page > = {
	overview: fetched( async () => {
		const { OverviewPage } = await import(
			/* webpackChunkName: "overview" */ './pages/overview'
		);
		return OverviewPage;
	} ),
	settings: fetched( async () => {
		const { EssentialsPage } = await import(
			/* webpackChunkName: "essentials" */ './pages/essentials'
		);
		return EssentialsPage;
	} ),
	connection: fetched( async () => {
		const { ConnectionPage } = await import(
			/* webpackChunkName: "connection" */ './pages/connection'
		);
		return ConnectionPage;
	} ),
	documents: fetched( async () => {
		const { DocumentsPage } = await import(
			/* webpackChunkName: "documents" */ './pages/documents'
		);
		return DocumentsPage;
	} ),
	payments: fetched( async () => {
		const { PaymentsPage } = await import(
			/* webpackChunkName: "payments" */ './pages/payments'
		);
		return PaymentsPage;
	} ),
	statuses: fetched( async () => {
		const { StatusesPage } = await import(
			/* webpackChunkName: "statuses" */ './pages/statuses'
		);
		return StatusesPage;
	} ),
	customers: fetched( async () => {
		const { CustomersPage } = await import(
			/* webpackChunkName: "customers" */ './pages/customers'
		);
		return CustomersPage;
	} ),
	products: fetched( async () => {
		const { ProductsPage } = await import(
			/* webpackChunkName: "products" */ './pages/products'
		);
		return ProductsPage;
	} ),
	taxes: fetched( async () => {
		const { TaxesPage } = await import(
			/* webpackChunkName: "taxes" */ './pages/taxes'
		);
		return TaxesPage;
	} ),
	emails: fetched( async () => {
		const { EmailsPage } = await import(
			/* webpackChunkName: "emails" */ './pages/emails'
		);
		return EmailsPage;
	} ),
	orders: fetched( async () => {
		const { OrdersPage } = await import(
			/* webpackChunkName: "orders" */ './pages/orders'
		);
		return OrdersPage;
	} ),
	diagnostics: fetched( async () => {
		const { DiagnosticsPage } = await import(
			/* webpackChunkName: "diagnostics" */ './pages/diagnostics'
		);
		return DiagnosticsPage;
	} ),
	todo: fetched( async () => {
		const { TodoPage } = await import(
			/* webpackChunkName: "todo" */ './pages/todo'
		);
		return TodoPage;
	} ),
	history: fetched( async () => {
		const { HistoryPage } = await import(
			/* webpackChunkName: "history" */ './pages/history'
		);
		return HistoryPage;
	} ),
	log: fetched( async () => {
		const { TasksPage } = await import(
			/* webpackChunkName: "tasks" */ './pages/tasks'
		);
		return TasksPage;
	} ),
	figures: fetched( async () => {
		const { FiguresPage } = await import(
			/* webpackChunkName: "figures" */ './pages/figures'
		);
		return FiguresPage;
	} ),
	setup: fetched( async () => {
		const { SetupPage } = await import(
			/* webpackChunkName: "setup" */ './pages/setup'
		);
		return SetupPage;
	} ),
};
