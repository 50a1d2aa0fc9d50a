import { lazy } from '@wordpress/element';
import type { View } from '../api/useResource';
import type { Shop } from '../schemas/shop';
import type { ConnectionModel } from './pages/connection/useConnection';
import type { SettingsForm } from './settings/useSettings';
import type { Go, Route, Tab } from './useRoute';
import type { SellsyLists } from './useSellsyLists';

/** What pages share: drafts and what was read live above them. Each page takes of it what it needs. */
export type PageProps = {
	settings: View< SettingsForm >;
	shop: View< Shop >;
	lists: SellsyLists;
	connection: ConnectionModel;
	route: Route;
	go: Go;
	/** Something was changed that the banner may speak of. */
	onChanged: () => void;
};

type Page = React.ComponentType< PageProps >;

const page = ( load: () => Promise< Page > ) =>
	lazy( async () => ( { default: await load() } ) );

/** Each page is a script of its own, fetched when it is first shown: who reads the log does not pay for the setup. */
export const PAGES: Record< Tab, Page > = {
	overview: page( async () => {
		const { OverviewPage } = await import(
			/* webpackChunkName: "overview" */ './pages/overview'
		);
		return OverviewPage;
	} ),
	connection: page( async () => {
		const { ConnectionPage } = await import(
			/* webpackChunkName: "connection" */ './pages/connection'
		);
		return ConnectionPage;
	} ),
	documents: page( async () => {
		const { DocumentsPage } = await import(
			/* webpackChunkName: "documents" */ './pages/documents'
		);
		return DocumentsPage;
	} ),
	payments: page( async () => {
		const { PaymentsPage } = await import(
			/* webpackChunkName: "payments" */ './pages/payments'
		);
		return PaymentsPage;
	} ),
	statuses: page( async () => {
		const { StatusesPage } = await import(
			/* webpackChunkName: "statuses" */ './pages/statuses'
		);
		return StatusesPage;
	} ),
	customers: page( async () => {
		const { CustomersPage } = await import(
			/* webpackChunkName: "customers" */ './pages/customers'
		);
		return CustomersPage;
	} ),
	products: page( async () => {
		const { ProductsPage } = await import(
			/* webpackChunkName: "products" */ './pages/products'
		);
		return ProductsPage;
	} ),
	taxes: page( async () => {
		const { TaxesPage } = await import(
			/* webpackChunkName: "taxes" */ './pages/taxes'
		);
		return TaxesPage;
	} ),
	emails: page( async () => {
		const { EmailsPage } = await import(
			/* webpackChunkName: "emails" */ './pages/emails'
		);
		return EmailsPage;
	} ),
	orders: page( async () => {
		const { OrdersPage } = await import(
			/* webpackChunkName: "orders" */ './pages/orders'
		);
		return OrdersPage;
	} ),
	diagnostics: page( async () => {
		const { DiagnosticsPage } = await import(
			/* webpackChunkName: "diagnostics" */ './pages/diagnostics'
		);
		return DiagnosticsPage;
	} ),
	tasks: page( async () => {
		const { TasksPage } = await import(
			/* webpackChunkName: "tasks" */ './pages/tasks'
		);
		return TasksPage;
	} ),
	setup: page( async () => {
		const { SetupPage } = await import(
			/* webpackChunkName: "setup" */ './pages/setup'
		);
		return SetupPage;
	} ),
};
