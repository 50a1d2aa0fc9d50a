/**
 * One function for each route of `orderinvoicer/v1` that the page calls, and nothing beside them: each becomes a module
 * of its own (tools/each-export.js).
 */
import * as z from 'zod/mini';
import {
	type BackfillCountRequest,
	BackfillCountSchema,
	type BackfillRequest,
	BackfillSchema,
	ConnectionAuthorisationSchema,
	type ConnectionAuthorise,
	ConnectionReportSchema,
	ConnectionSchema,
	type ConnectionUpdate,
	type CurrencyFigures,
	CustomerChoicesSchema,
	CustomerEmailsSchema,
	CustomerLinksSchema,
	type Days,
	DiagnosticsSchema,
	type DoctorRequest,
	DoctorSchema,
	type DryRunRequest,
	DryRunSchema,
	EarlierPaymentsSchema,
	FiguresFileSchema,
	FiguresSchema,
	ForgottenSchema,
	OrderUsageSchema,
	OverviewSchema,
	OwnerEmailsSchema,
	PaymentMethodsSchema,
	RetriedTasksSchema,
	SellsySchema,
	SettingsSchema,
	type SettingsUpdate,
	ShippedSignsSchema,
	ShopSchema,
	type SiteDecision,
	StatusSchema,
	type TasksRetryRequest,
	TasksRetrySchema,
	TasksSchema,
	TaxCreatedSchema,
	type TaxCreation,
	type TaxDoctorRequest,
	TaxDoctorSchema,
	TaxProposalsSchema,
	TimelineSchema,
	WebhookSchema,
} from '../generated/schemas';
import { narrowing, type TasksFilter } from './tasksFilter';
import { type Beside, pageOf, PER_PAGE, placeOf, readPage } from './pages';
import { request, requestPage } from './request';

export const getSettings = ( signal: AbortSignal ) =>
	request( SettingsSchema, { path: '/settings', signal } );

export const updateSettings = ( data: SettingsUpdate ) =>
	request( SettingsSchema, { path: '/settings', method: 'POST', data } );

export const getConnection = ( signal: AbortSignal ) =>
	request( ConnectionSchema, { path: '/connection', signal } );

export const updateConnection = ( data: ConnectionUpdate ) =>
	request( ConnectionSchema, { path: '/connection', method: 'POST', data } );

export const deleteConnection = () =>
	request( ConnectionSchema, { path: '/connection', method: 'DELETE' } );

export const authoriseConnection = ( data: ConnectionAuthorise ) =>
	request( ConnectionAuthorisationSchema, {
		path: '/connection/authorise',
		method: 'POST',
		data,
	} );

export const testConnection = () =>
	request( ConnectionReportSchema, {
		path: '/connection/test',
		method: 'POST',
	} );

export const getShop = ( signal: AbortSignal ) =>
	request( ShopSchema, { path: '/shop', signal } );

export const getSellsy = ( signal: AbortSignal ) =>
	request( SellsySchema, { path: '/sellsy', signal } );

/** Reads the lists from Sellsy again, whatever is kept. */
export const refreshSellsy = () =>
	request( SellsySchema, { path: '/sellsy?refresh=1' } );

export const getTaxProposals = ( signal: AbortSignal ) =>
	request( TaxProposalsSchema, { path: '/tax-proposals', signal } );

export const getOrderUsage = ( signal: AbortSignal ) =>
	request( OrderUsageSchema, { path: '/order-usage', signal } );

/** Changes nothing; the mapping need not be saved. */
export const askTaxDoctor = ( data: TaxDoctorRequest, signal: AbortSignal ) =>
	request( TaxDoctorSchema, {
		path: '/tax-doctor',
		method: 'POST',
		data,
		signal,
	} );

/** Creates a tax in the Sellsy account. */
export const createTax = ( data: TaxCreation ) =>
	request( TaxCreatedSchema, {
		path: '/sellsy/taxes',
		method: 'POST',
		data,
	} );

export type PageQuery = { page: number; search: string };

export const getCustomerChoices = ( signal: AbortSignal ) =>
	request( CustomerChoicesSchema, { path: '/customer-choices', signal } );

export const getCustomerLinks = (
	{ page: asked, search }: PageQuery,
	signal: AbortSignal
) =>
	readPage( asked, PER_PAGE, ( page ) =>
		requestPage( CustomerLinksSchema, {
			path: '/customer-links/search',
			method: 'POST',
			data: { page, search, per_page: PER_PAGE },
			signal,
		} )
	);

export const forgetCustomer = ( id: number ) =>
	request( ForgottenSchema, {
		path: `/customer-links/${ id }`,
		method: 'DELETE',
	} );

export const getPaymentMethods = ( signal: AbortSignal ) =>
	request( PaymentMethodsSchema, { path: '/payment-methods', signal } );

export const getEarlierPayments = ( signal: AbortSignal ) =>
	request( EarlierPaymentsSchema, { path: '/payments/earlier', signal } );

/** Refused where what is offered has changed since it was `seen`. */
export const answerEarlierPayments = ( seen: string, leave: boolean ) =>
	request( EarlierPaymentsSchema, {
		path: '/payments/earlier',
		method: 'POST',
		data: { seen, leave },
	} );

export const getShippedSigns = ( signal: AbortSignal ) =>
	request( ShippedSignsSchema, { path: '/shipped-signs', signal } );

export const getWebhook = ( signal: AbortSignal ) =>
	request( WebhookSchema, { path: '/webhook', signal } );

/** Asks Sellsy now for what the settings want. */
export const lookAfterWebhook = () =>
	request( WebhookSchema, { path: '/webhook', method: 'POST' } );

export const getStatus = ( signal: AbortSignal ) =>
	request( StatusSchema, { path: '/status', signal } );

export const getOverview = ( signal: AbortSignal ) =>
	request( OverviewSchema, { path: '/overview', signal } );

export const decideSite = ( data: SiteDecision ) =>
	request( StatusSchema, { path: '/site', method: 'POST', data } );

/** The documents with this shop's code are no reason to worry, or no longer. */
export const settleClash = () =>
	request( StatusSchema, { path: '/clash/settle', method: 'POST' } );

/** Tries whether the site can call itself: seconds where it cannot. */
export const testLoopback = () =>
	request( StatusSchema, { path: '/loopback', method: 'POST' } );

export const getCustomerEmails = ( signal: AbortSignal ) =>
	request( CustomerEmailsSchema, { path: '/customer-emails', signal } );

export const getOwnerEmails = ( signal: AbortSignal ) =>
	request( OwnerEmailsSchema, { path: '/owner-emails', signal } );

export const getDiagnostics = ( signal: AbortSignal ) =>
	request( DiagnosticsSchema, { path: '/diagnostics', signal } );

export const getDoctor = ( signal: AbortSignal ) =>
	request( DoctorSchema, { path: '/doctor', signal } );

/** Begins, or goes on where it stopped. */
export const tryAccount = ( data: DoctorRequest ) =>
	request( DoctorSchema, { path: '/doctor', method: 'POST', data } );

/** A few more of its questions; without them the site goes on by itself, more slowly. */
export const goOnTrying = ( signal: AbortSignal ) =>
	request( DoctorSchema, { path: '/doctor/step', method: 'POST', signal } );

export type TasksQuery = TasksFilter & {
	page: number;
	beside?: Beside | undefined;
};

/**
 * `more`: the rows that `POST /tasks/retry` would take up. The address of all rows is the one that
 * `Admin\PreloadedAnswers` knows.
 */
export const getTasks = (
	{ page: asked, beside, ...filter }: TasksQuery,
	signal: AbortSignal
) =>
	readPage( asked, PER_PAGE, ( page ) =>
		requestPage(
			TasksSchema,
			{
				path: `/tasks?${ pageOf( page, {
					...Object.fromEntries( narrowing( filter ) ),
					...( page === asked ? placeOf( beside ) : {} ),
				} ) }`,
				signal,
			},
			'X-OrderInvoicer-Retryable'
		)
	);

export const getTimeline = ( orderId: number, signal: AbortSignal ) =>
	request( TimelineSchema, {
		path: `/orders/${ orderId }/timeline`,
		signal,
	} );

/** All that need a person, of what the filter lists. */
export const retryTasks = ( data: TasksRetryRequest = {} ) =>
	request( TasksRetrySchema, { path: '/tasks/retry', method: 'POST', data } );

/** What became of those that were tried again together. */
export const getRetried = ( ids: readonly number[], signal: AbortSignal ) =>
	request( RetriedTasksSchema, {
		path: `/tasks/retried?ids=${ ids.join( ',' ) }`,
		signal,
	} );

/** Nothing is created; settings need not be saved. */
export const dryRun = ( data: DryRunRequest ) =>
	request( DryRunSchema, { path: '/dry-run', method: 'POST', data } );

/** Without days: of this month. */
export const getFigures = ( days: Days, signal: AbortSignal ) =>
	request( FiguresSchema, {
		path: `/figures?${ new URLSearchParams( days ).toString() }`,
		signal,
	} );

export const getFiguresFile = (
	table: keyof CurrencyFigures[ 'tables' ],
	days: Days
) =>
	request( FiguresFileSchema, {
		path: `/figures/file?${ new URLSearchParams( {
			table,
			...days,
		} ).toString() }`,
	} );

export const getBackfill = ( signal: AbortSignal ) =>
	request( BackfillSchema, { path: '/backfill', signal } );

export const countBackfill = ( data: BackfillCountRequest ) =>
	request( BackfillCountSchema, {
		path: '/backfill/count',
		method: 'POST',
		data,
	} );

export const startBackfill = ( data: BackfillRequest ) =>
	request( BackfillSchema, { path: '/backfill', method: 'POST', data } );

export const steerBackfill = ( act: 'pause' | 'resume' | 'cancel' ) =>
	request( BackfillSchema, { path: `/backfill/${ act }`, method: 'POST' } );

/** WooCommerce's own setting of one of its e-mails. */
export const switchEmail = ( id: string, isOn: boolean ) =>
	request( z.object( { value: z.enum( [ 'yes', 'no' ] ) } ), {
		namespace: '/wc/v3',
		path: `/settings/email_${ id }/enabled`,
		method: 'POST',
		data: { value: isOn ? 'yes' : 'no' },
	} );
