import * as answers from '../../../test/answers';
import type {
	Kind,
	Settings,
	SettingsWorkflow,
} from '../../../generated/schemas';
import { KINDS } from '../../settings/kinds';
import { sentencesOf } from './sentences';

const statuses = answers.shop.order_statuses;

const on = (
	kinds: Partial< Record< Kind, Partial< SettingsWorkflow > > >,
	more: Partial< Settings > = {}
): Settings =>
	KINDS.reduce(
		( settings, kind ) => ( {
			...settings,
			[ kind ]: {
				...settings[ kind ],
				start_date: '',
				...kinds[ kind ],
				enabled: kind in kinds,
			},
		} ),
		{ ...answers.settings, ...more }
	);

describe( 'a card in words', () => {
	it.each( [
		[ 'estimate', 'No estimates are made from orders.' ],
		[ 'order', 'No sales orders are made from orders.' ],
		[ 'delivery', 'No delivery notes are made from orders.' ],
		[ 'proforma', 'No proformas are made from orders.' ],
		[ 'invoice', 'No invoices are made from orders by themselves.' ],
		[
			'creditnote',
			'No credit notes are made from refunds: you make them by hand in Sellsy.',
		],
	] as const )( 'that is off says nothing more: %s', ( kind, text ) => {
		expect( sentencesOf( kind, on( {} ), statuses ) ).toEqual( [ text ] );
	} );

	it.each( [
		[
			'confirmed',
			'When an order is confirmed, paid or not, create an estimate in Sellsy.',
		],
		[ 'paid', 'When an order is paid, create an estimate in Sellsy.' ],
		[
			'shipped',
			'When an order is shipped, create an estimate in Sellsy.',
		],
		[
			'completed',
			'When an order is completed, create an estimate in Sellsy.',
		],
		[
			'status:packed',
			'When an order gets the status “Packed”, create an estimate in Sellsy.',
		],
		[
			'status:gone',
			'When an order gets the status “gone”, create an estimate in Sellsy.',
		],
	] )( 'begins with its moment: %s', ( trigger, text ) => {
		expect(
			sentencesOf( 'estimate', on( { estimate: { trigger } } ), statuses )
		).toEqual( [ text ] );
	} );

	it.each( [
		[
			'order',
			{ order: { trigger: 'paid', email: true } },
			[
				'When an order is paid, create a sales order in Sellsy.',
				'Sellsy e-mails it to the customer.',
			],
		],
		[
			'delivery',
			{ order: {}, delivery: { trigger: 'shipped' } },
			[
				'When an order is shipped, create a delivery note in Sellsy.',
				'The delivery note is made from the sales order.',
			],
		],
		[
			'proforma',
			{ proforma: { trigger: 'paid', start_date: '2026-11-01' } },
			[
				'When an order is paid, create a proforma in Sellsy.',
				'Sellsy does not e-mail it: send it to the customer yourself.',
				'Orders from before November 1, 2026 are left alone.',
			],
		],
		[
			'invoice',
			{ invoice: { trigger: 'paid', finalise: 'manual' } },
			[
				'When an order is paid, create a draft invoice in Sellsy.',
				'You make the invoice final yourself.',
			],
		],
		[
			'invoice',
			{ estimate: {}, invoice: { finalise: 'at_once', email: true } },
			[
				'When an order is paid, create a final invoice in Sellsy.',
				'The invoice is made from the estimate.',
				'Once it is final, Sellsy e-mails it to the customer.',
			],
		],
		[
			'invoice',
			{ order: {}, invoice: { finalise: 'hours:1' } },
			[
				'When an order is paid, create a draft invoice in Sellsy.',
				'The invoice is made from the sales order.',
				'The invoice becomes final 1 hour later.',
			],
		],
		[
			'invoice',
			{ order: {}, delivery: {}, invoice: { finalise: 'hours:48' } },
			[
				'When an order is paid, create a draft invoice in Sellsy.',
				'The invoice is made from the delivery note.',
				'The invoice becomes final 48 hours later.',
			],
		],
		[
			'invoice',
			{ invoice: { finalise: 'hours:' } },
			[ 'When an order is paid, create a draft invoice in Sellsy.' ],
		],
		[
			'invoice',
			{ invoice: { finalise: 'mapping' } },
			[
				'When an order is paid, create a draft invoice in Sellsy.',
				'The invoice becomes final when the order is: Completed.',
			],
		],
		[
			'creditnote',
			{
				creditnote: {
					finalise: 'at_once',
					start_date: '2026-11-01',
					email: true,
				},
			},
			[
				'When an invoiced order is refunded, create a final credit note in Sellsy.',
				'Once it is final, it is set against its invoice.',
				'Once it is final, Sellsy e-mails it to the customer.',
				'Refunds from before November 1, 2026 are left alone.',
			],
		],
		[
			'creditnote',
			{ creditnote: { finalise: 'mapping' } },
			[
				'When an invoiced order is refunded, create a draft credit note in Sellsy.',
				'The credit note stays a draft.',
				'Once it is final, it is set against its invoice.',
			],
		],
		[
			'creditnote',
			{ creditnote: { finalise: 'hours:2' } },
			[
				'When an invoiced order is refunded, create a draft credit note in Sellsy.',
				'The credit note becomes final 2 hours later.',
				'Once it is final, it is set against its invoice.',
			],
		],
	] as const )(
		'goes on with what becomes of it: %s %j',
		( kind, kinds, texts ) => {
			expect( sentencesOf( kind, on( kinds ), statuses ) ).toEqual(
				texts
			);
		}
	);

	it( 'speaks of payments where they are recorded', () => {
		const settings = on(
			{ invoice: { finalise: 'at_once' } },
			{
				payments: {
					enabled: true,
					pay_back: false,
					methods: [],
					always_paid_back: [],
				},
			}
		);
		expect( sentencesOf( 'invoice', settings, statuses ) ).toContain(
			'Once it is final, what was paid is recorded on it.'
		);
	} );

	it( 'names what is shipped as a status of its own', () => {
		const settings = on(
			{ creditnote: { finalise: 'mapping' } },
			{
				states: [
					{
						kind: 'creditnote',
						status: 'shipped',
						state: 'finalised',
					},
					{
						kind: 'creditnote',
						status: 'packed',
						state: 'finalised',
					},
					{
						kind: 'invoice',
						status: 'completed',
						state: 'finalised',
					},
				],
			}
		);
		expect( sentencesOf( 'creditnote', settings, statuses ) ).toContain(
			'The credit note becomes final when the order is: Shipped, Packed.'
		);
	} );
} );
