/** What is set for money and goods. */
import { __ } from '@wordpress/i18n';
import { onPage, type Place } from './onPage';
import * as words from './words';

export const TRADE: readonly Place[] = [
	...onPage( 'payments', [
		[
			'payments.enabled',
			() => __( 'Record payments on the invoice', 'orderinvoicer' ),
			words.money,
		],
		[
			'payments.methods',
			() => __( 'Payment methods', 'orderinvoicer' ),
			words.money,
		],
		[
			'payments.pay_back',
			() =>
				__(
					'Record money paid back on the credit note',
					'orderinvoicer'
				),
			words.refund,
		],
		[
			'payments.always_paid_back',
			() =>
				__(
					'Refunds of these are paid back as soon as they are entered, even where WooCommerce does not say so',
					'orderinvoicer'
				),
			words.refund,
		],
		[
			'refunds.of_draft',
			() =>
				__(
					'A refund while the invoice is still a draft',
					'orderinvoicer'
				),
			words.refund,
		],
		[
			'refunds.credit_cancelled',
			() =>
				__(
					'Credit the invoice when its order is cancelled',
					'orderinvoicer'
				),
			words.refund,
		],
		[
			'talk_back.pays_orders',
			() =>
				__(
					'Mark the order as paid when Sellsy has its whole payment',
					'orderinvoicer'
				),
			words.money,
		],
	] ),
	...onPage( 'products', [
		[
			'items.create',
			() =>
				__(
					'Create products that Sellsy does not have',
					'orderinvoicer'
				),
			words.products,
		],
		[
			'items.variations',
			() =>
				__(
					'Create variations that Sellsy does not have',
					'orderinvoicer'
				),
			words.products,
		],
		[
			'items.existing',
			() =>
				__( 'Products that stand in Sellsy already', 'orderinvoicer' ),
			words.products,
		],
		[
			'items.bundles',
			() => __( 'Bundles', 'orderinvoicer' ),
			words.products,
		],
		[
			'items.opening_stock',
			() =>
				__(
					'Give new products the stock of the shop',
					'orderinvoicer'
				),
			words.stock,
		],
		[
			'items.warehouse_id',
			() => __( 'Warehouse of new products', 'orderinvoicer' ),
			words.stock,
		],
		[
			'stock.agrees',
			() => __( 'Stock agrees', 'orderinvoicer' ),
			words.stock,
		],
		[
			'stock.leader',
			() => __( 'Whose stock counts', 'orderinvoicer' ),
			words.stock,
		],
		[
			'stock.moved_by',
			() =>
				__(
					'What takes sold goods out of stock in Sellsy',
					'orderinvoicer'
				),
			words.stock,
		],
		[
			'stock.warehouse_id',
			() => __( 'Warehouse that is compared', 'orderinvoicer' ),
			words.stock,
		],
	] ),
];
