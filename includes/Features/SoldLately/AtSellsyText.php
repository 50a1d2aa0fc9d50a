<?php

declare( strict_types=1 );

namespace OrderInvoicer\Features\SoldLately;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Features\SoldLately\Rules\SoldFault;

/** What is said of items and clients at Sellsy that belong to recent orders. */
final class AtSellsyText {

	public static function label( SoldFault $fault ): string {
		return match ( $fault ) {
			SoldFault::SharedReference => __( 'Items of one reference in Sellsy', 'orderinvoicer' ),
			SoldFault::Untaxed         => __( 'Items without a tax in Sellsy', 'orderinvoicer' ),
			SoldFault::Archived        => __( 'Archived items in Sellsy', 'orderinvoicer' ),
			SoldFault::SeveralClients  => __( 'Clients of one e-mail address in Sellsy', 'orderinvoicer' ),
		};
	}

	public static function in_order( SoldFault $fault ): string {
		return match ( $fault ) {
			SoldFault::SharedReference => __(
				'No two items in Sellsy share a reference that was sold lately',
				'orderinvoicer'
			),
			SoldFault::Untaxed         => __( 'Each item in Sellsy that was sold lately has its tax', 'orderinvoicer' ),
			SoldFault::Archived        => __( 'No item that was sold lately is archived in Sellsy', 'orderinvoicer' ),
			SoldFault::SeveralClients  => __(
				'No buyer of recent orders stands in Sellsy several times',
				'orderinvoicer'
			),
		};
	}

	public static function not_known( SoldFault $fault ): string {
		return match ( $fault ) {
			SoldFault::SharedReference => __(
				'Not known of all: whether several items in Sellsy share a reference',
				'orderinvoicer'
			),
			SoldFault::Untaxed         => __(
				'Not known of all: whether the items in Sellsy have their tax',
				'orderinvoicer'
			),
			SoldFault::Archived        => __(
				'Not known of all: whether items that are sold are archived in Sellsy',
				'orderinvoicer'
			),
			SoldFault::SeveralClients  => __(
				'Not known of all: whether buyers stand in Sellsy several times',
				'orderinvoicer'
			),
		};
	}

	public static function title( SoldFault $fault, int $count ): string {
		return sprintf(
			match ( $fault ) {
				SoldFault::SharedReference =>
					/* translators: %s: number of references. */
					_n(
						'%s reference sold lately stands on several items in Sellsy',
						'%s references sold lately stand on several items in Sellsy',
						$count,
						'orderinvoicer'
					),
				SoldFault::Untaxed         =>
					/* translators: %s: number of items. */
					_n(
						'%s item sold lately has no tax in Sellsy',
						'%s items sold lately have no tax in Sellsy',
						$count,
						'orderinvoicer'
					),
				SoldFault::Archived        =>
					/* translators: %s: number of items. */
					_n(
						'%s item sold lately is archived in Sellsy',
						'%s items sold lately are archived in Sellsy',
						$count,
						'orderinvoicer'
					),
				SoldFault::SeveralClients  =>
					/* translators: %s: number of buyers. */
					_n(
						'%s buyer of recent orders stands in Sellsy several times',
						'%s buyers of recent orders stand in Sellsy several times',
						$count,
						'orderinvoicer'
					),
			},
			number_format_i18n( $count )
		);
	}

	public static function why( SoldFault $fault ): string {
		return match ( $fault ) {
			SoldFault::SharedReference =>
				__( 'The oldest of them that is in use stands on the documents; sales and stock of the others are not counted.', 'orderinvoicer' ),
			SoldFault::Untaxed         =>
				__( 'Documents from here take the VAT of the order, but one that you make from it by hand in Sellsy has none.', 'orderinvoicer' ),
			SoldFault::Archived        =>
				__( 'An archived item is left in peace: documents have a free line instead, and the sale counts for no product.', 'orderinvoicer' ),
			SoldFault::SeveralClients  =>
				__( 'Clients with the same e-mail address, or with the same in other capitals: where the name does not tell which one it is, the order asks you. One that is written with other capitals than any order may not be found at all.', 'orderinvoicer' ),
		};
	}

	/** What is left open where nothing was found. */
	public static function but( SoldFault $fault ): string {
		return $fault === SoldFault::SeveralClients
			? __( 'Each spelling that an order had was searched. A client who is written in Sellsy with other capitals than those may not be found, and a new order then gets another client.', 'orderinvoicer' )
			: '';
	}

	public static function next_step( SoldFault $fault ): string {
		return match ( $fault ) {
			SoldFault::SharedReference => __(
				'Give each item in Sellsy a reference of its own, or archive those that are not used.',
				'orderinvoicer'
			),
			SoldFault::Untaxed         => __( 'Choose the tax of the item in Sellsy.', 'orderinvoicer' ),
			SoldFault::Archived        => __(
				'Take it out of the archive in Sellsy if it is still sold.',
				'orderinvoicer'
			),
			SoldFault::SeveralClients  => __(
				'Merge them in Sellsy where they are the same, and write the address in small letters.',
				'orderinvoicer'
			),
		};
	}
}
