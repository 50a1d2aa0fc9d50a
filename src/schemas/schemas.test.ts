import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod/mini';
import { fixture } from '../test/fixture';
import { canonical } from '../test/json-schema';
import {
	ConnectionAuthorisationSchema,
	ConnectionAuthoriseSchema,
	ConnectionReportSchema,
	ConnectionSchema,
	ConnectionUpdateSchema,
} from './connection';
import {
	CreditNotePreviewRequestSchema,
	CreditNotePreviewSchema,
} from './creditNotePreview';
import {
	BackfillCountRequestSchema,
	BackfillCountSchema,
	BackfillRequestSchema,
	BackfillSchema,
	DryRunRequestSchema,
	DryRunSchema,
} from './oldOrders';
import {
	CustomerEmailsSchema,
	OwnerEmailsSchema,
	OwnerEmailTestedSchema,
	OwnerEmailTestSchema,
} from './emails';
import { OrderDocumentsSchema } from './orderDocuments';
import { OverviewSchema } from './overview';
import { DiagnosticsSchema } from './diagnostics';
import { DoctorRequestSchema, DoctorSchema } from './doctor';
import {
	CustomerChoicesSchema,
	CustomerLinksSchema,
	ForgottenSchema,
	OrderUsageSchema,
	ProductsCheckedSchema,
	ProductsCheckSchema,
	ProductsSchema,
	SearchQuerySchema,
	TaxCreatedSchema,
	TaxCreationSchema,
	TaxDoctorRequestSchema,
	TaxDoctorSchema,
} from './mapping';
import {
	EarlierPaymentsRequestSchema,
	EarlierPaymentsSchema,
	PaymentMethodsSchema,
	ShippedSignsSchema,
} from './payments';
import { ProblemSchema } from './problem';
import { SellsySchema, SellsyTaxSchema, TaxProposalsSchema } from './sellsy';
import { SettingsSchema, SettingsUpdateSchema } from './settings';
import { ShopSchema, SituationSchema } from './shop';
import { SiteDecisionSchema, StatusSchema } from './status';
import {
	StockActSchema,
	StockComparisonSchema,
	WarehousesSchema,
} from './stock';
import { WebhookSchema } from './webhook';
import {
	CustomerCandidatesSchema,
	CustomerChoiceSchema,
	OrderReissueSchema,
	OrderSyncSchema,
	TaskAcceptRoundingSchema,
	TaskMovePaymentSchema,
	TaskRetrySchema,
	CompanyRefusalSchema,
	TaskSchema,
	TasksRetryRequestSchema,
	TasksRetrySchema,
	TasksSchema,
	TimelineSchema,
} from './tasks';

const CONTRACT = path.resolve( __dirname, '../../tests/contract' );

const SCHEMAS: Record< string, z.ZodMiniType > = {
	'backfill-count-request': BackfillCountRequestSchema,
	'backfill-count': BackfillCountSchema,
	'backfill-request': BackfillRequestSchema,
	backfill: BackfillSchema,
	'connection-authorisation': ConnectionAuthorisationSchema,
	'connection-authorise': ConnectionAuthoriseSchema,
	'connection-report': ConnectionReportSchema,
	'connection-update': ConnectionUpdateSchema,
	connection: ConnectionSchema,
	'credit-note-preview-request': CreditNotePreviewRequestSchema,
	'credit-note-preview': CreditNotePreviewSchema,
	'customer-candidates': CustomerCandidatesSchema,
	'customer-choice': CustomerChoiceSchema,
	'customer-choices': CustomerChoicesSchema,
	'customer-emails': CustomerEmailsSchema,
	'customer-links': CustomerLinksSchema,
	diagnostics: DiagnosticsSchema,
	doctor: DoctorSchema,
	'doctor-request': DoctorRequestSchema,
	'dry-run-request': DryRunRequestSchema,
	'dry-run': DryRunSchema,
	forgotten: ForgottenSchema,
	'order-documents': OrderDocumentsSchema,
	'order-reissue': OrderReissueSchema,
	'order-sync': OrderSyncSchema,
	'task-accept-rounding': TaskAcceptRoundingSchema,
	'task-move-payment': TaskMovePaymentSchema,
	'task-retry': TaskRetrySchema,
	'company-refusal': CompanyRefusalSchema,
	'order-usage': OrderUsageSchema,
	overview: OverviewSchema,
	'owner-email-test': OwnerEmailTestSchema,
	'owner-email-tested': OwnerEmailTestedSchema,
	'owner-emails': OwnerEmailsSchema,
	'earlier-payments': EarlierPaymentsSchema,
	'earlier-payments-request': EarlierPaymentsRequestSchema,
	'payment-methods': PaymentMethodsSchema,
	problem: ProblemSchema,
	'products-check': ProductsCheckSchema,
	'products-checked': ProductsCheckedSchema,
	products: ProductsSchema,
	'search-query': SearchQuerySchema,
	'sellsy-tax': SellsyTaxSchema,
	sellsy: SellsySchema,
	'settings-update': SettingsUpdateSchema,
	settings: SettingsSchema,
	'shipped-signs': ShippedSignsSchema,
	shop: ShopSchema,
	'site-decision': SiteDecisionSchema,
	situation: SituationSchema,
	status: StatusSchema,
	task: TaskSchema,
	'tasks-retry-request': TasksRetryRequestSchema,
	'tasks-retry': TasksRetrySchema,
	tasks: TasksSchema,
	'tax-created': TaxCreatedSchema,
	'tax-creation': TaxCreationSchema,
	'tax-doctor-request': TaxDoctorRequestSchema,
	'tax-doctor': TaxDoctorSchema,
	'tax-proposals': TaxProposalsSchema,
	timeline: TimelineSchema,
	stock: StockComparisonSchema,
	'stock-act': StockActSchema,
	warehouses: WarehousesSchema,
	webhook: WebhookSchema,
};

/** Exported schemas that this page has no use of, or holds inside others. */
const NOT_HERE = [
	'backfill-orders',
	'dry-run-query',
	'order-link',
	'order-link-query',
	'order-link-request',
	'same-client',
	'same-client-request',
	'task-paid-back',
	'mapped-exemptions',
	'mapped-rates',
	'problem-or-null',
	'products-query',
	'sellsy-query',
	'settings-import',
	'settings-workflow',
	'rights',
	'staff',
	'tasks-query',
];

const jsonFiles = ( folder: string ): string[] =>
	existsSync( folder )
		? readdirSync( folder )
				.filter( ( file ) => file.endsWith( '.json' ) )
				.sort()
		: [];

const read = ( ...parts: string[] ): unknown =>
	JSON.parse( readFileSync( path.join( CONTRACT, ...parts ), 'utf8' ) );

describe( 'schemas of the page and of the REST API', () => {
	it( 'are the same ones', () => {
		const exported = jsonFiles( path.join( CONTRACT, 'schemas' ) ).map(
			( file ) => path.basename( file, '.json' )
		);
		expect( exported.sort() ).toEqual(
			[ ...Object.keys( SCHEMAS ), ...NOT_HERE ].sort()
		);
	} );

	it.each( Object.entries( SCHEMAS ) )( '%s agrees', ( name, schema ) => {
		expect(
			canonical( z.toJSONSchema( schema, { target: 'draft-4' } ) )
		).toEqual( canonical( read( 'schemas', `${ name }.json` ) ) );
	} );
} );

/** Of a request, everything may be left out. */
const MAY_BE_EMPTY = [
	'doctor-request',
	'credit-note-preview-request',
	'order-reissue',
	'order-sync',
	'search-query',
	'settings-update',
	'task-retry',
	'tasks-retry-request',
];

describe.each( Object.entries( SCHEMAS ) )( '%s refuses', ( name, schema ) => {
	it.each( [
		[ 'an object of another kind', { nonsense: [ 1, null ] } ],
		[ 'a page of HTML', '<html><body>Bad gateway</body></html>' ],
		[ 'null', null ],
		[ 'an empty object', {} ],
	] )( '%s', ( what, answer ) => {
		const isAllowed =
			what === 'an empty object' && MAY_BE_EMPTY.includes( name );
		expect( z.safeParse( schema, answer ).success ).toBe( isAllowed );
	} );
} );

const folders = ( ...parts: string[] ): string[] => {
	const folder = path.join( CONTRACT, ...parts );
	return existsSync( folder ) ? readdirSync( folder ).sort() : [];
};

const FIXTURES = folders( 'fixtures' )
	.filter( ( name ) => name in SCHEMAS )
	.flatMap( ( name ) =>
		[ 'valid', 'invalid' ].flatMap( ( kind ) =>
			jsonFiles( path.join( CONTRACT, 'fixtures', name, kind ) ).map(
				( file ) => ( { name, kind, file } )
			)
		)
	);

/** The same files run through the REST API's own validation on the PHP side. */
describe( 'fixtures', () => {
	it( 'show what is refused and what is not', () => {
		expect( new Set( FIXTURES.map( ( { kind } ) => kind ) ) ).toEqual(
			new Set( [ 'valid', 'invalid' ] )
		);
	} );

	it( 'are judged as the REST API judges them', () => {
		const wrong = FIXTURES.filter( ( { name, kind, file } ) => {
			const { success } = z.safeParse(
				SCHEMAS[ name ] ?? z.never(),
				fixture( `${ name }/${ kind }/${ file }` )
			);
			return success !== ( kind === 'valid' );
		} );
		expect( wrong ).toEqual( [] );
	} );
} );
