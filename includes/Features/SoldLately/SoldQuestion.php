<?php

declare( strict_types=1 );

namespace OrderInvoicer\Features\SoldLately;

defined( 'ABSPATH' ) || exit;

/** What is asked of the orders of the last 90 days, and what is said of the answer. */
enum SoldQuestion: string {

	case NoReference = 'sold_references';
	case Shared      = 'sold_shared';
	case NoEmail     = 'buyers_without_email';
	case WrongEmail  = 'buyers_emails';

	public function label(): string {
		return match ( $this ) {
			self::NoReference => __( 'References of sold products', 'orderinvoicer' ),
			self::Shared      => __( 'References that several products share', 'orderinvoicer' ),
			self::NoEmail     => __( 'Orders without an e-mail address', 'orderinvoicer' ),
			self::WrongEmail  => __( 'E-mail addresses of orders', 'orderinvoicer' ),
		};
	}

	public function in_order(): string {
		return match ( $this ) {
			self::NoReference => __(
				'Each product sold lately has a reference of two characters or more',
				'orderinvoicer'
			),
			self::Shared      => __( 'No product sold lately shares its reference with another one', 'orderinvoicer' ),
			self::NoEmail     => __( 'Each recent order has an e-mail address', 'orderinvoicer' ),
			self::WrongEmail  => __( 'Each e-mail address of recent orders may be right', 'orderinvoicer' ),
		};
	}

	public function title( int $count ): string {
		return sprintf(
			match ( $this ) {
				self::NoReference =>
					/* translators: %s: number of products. */
					_n(
						'%s product sold lately has no reference that Sellsy can use',
						'%s products sold lately have no reference that Sellsy can use',
						$count,
						'orderinvoicer'
					),
				self::Shared      =>
					/* translators: %s: number of products. */
					_n(
						'%s product sold lately shares its reference with another one',
						'%s products sold lately share their reference with others',
						$count,
						'orderinvoicer'
					),
				self::NoEmail     =>
					/* translators: %s: number of orders. */
					_n(
						'%s recent order has no e-mail address',
						'%s recent orders have no e-mail address',
						$count,
						'orderinvoicer'
					),
				self::WrongEmail  =>
					/* translators: %s: number of orders. */
					_n(
						'%s recent order has an e-mail address that cannot be right',
						'%s recent orders have an e-mail address that cannot be right',
						$count,
						'orderinvoicer'
					),
			},
			number_format_i18n( $count )
		);
	}

	public function why(): string {
		return match ( $this ) {
			self::NoReference =>
				__( 'Sellsy finds a product by its reference (SKU), of two characters at least. Without it the document has a free line, and the sale counts for no product.', 'orderinvoicer' ),
			self::Shared      =>
				__(
					'In Sellsy they are one product: its sales and its stock are those of all of them together.',
					'orderinvoicer'
				),
			self::NoEmail     =>
				__( 'Such a buyer is recognised by name alone, so the same person may stand in Sellsy several times, and no document can be e-mailed.', 'orderinvoicer' ),
			self::WrongEmail  =>
				__( 'Documents that are sent there do not arrive, and the next order with the right address may get another customer in Sellsy.', 'orderinvoicer' ),
		};
	}

	public function next_step(): string {
		return match ( $this ) {
			self::NoReference, self::Shared =>
				__(
					'The page Products of Order Invoicer lists them; give each a reference of its own in WooCommerce.',
					'orderinvoicer'
				),
			self::NoEmail     => __( 'Enter the address in these orders where you know it.', 'orderinvoicer' ),
			self::WrongEmail  => __( 'Correct the address in these orders.', 'orderinvoicer' ),
		};
	}
}
