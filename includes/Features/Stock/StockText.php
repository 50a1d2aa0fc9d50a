<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Stock;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Settings\StockSettings;
use OrderInvoicer\Features\Stock\Rules\StockLook;
use OrderInvoicer\Features\Stock\Rules\StockRow;
use OrderInvoicer\Features\Stock\Rules\StockStanding;
use OrderInvoicer\Features\Stock\Rules\StockState;

/** How the stock of shop and Sellsy stands, in sentences. */
final class StockText {

	public function standing( StockStanding $standing, StockSettings $settings ): string {
		return match ( $standing ) {
			StockStanding::NoWarehouse =>
				__( 'Choose a warehouse and save. Then compare.', 'orderinvoicer' ),
			StockStanding::CannotLead  =>
				__( 'Sellsy can lead only where its documents take sold goods out of stock. Otherwise the shop would get back what it sold. Say which documents do, and have them made for your orders, or let the shop lead.', 'orderinvoicer' ),
			StockStanding::NotCompared =>
				__( 'Nothing was compared yet with these settings.', 'orderinvoicer' ),
			StockStanding::Comparing   =>
				__( 'Comparing. Sellsy answers only a few such questions a minute, so this takes its time. It goes on in the background; while this page is open, it is faster. Nothing is changed.', 'orderinvoicer' ),
			StockStanding::Compared    =>
				__( 'Compared. Nothing was changed.', 'orderinvoicer' ),
			StockStanding::Agreeing    => $settings->leader === StockSettings::SHOP
				? __(
					'Stock is compared each night, and after changes by hand. What differs is changed in Sellsy.',
					'orderinvoicer'
				)
				: __(
					'Stock is compared each night, and after changes by hand. What differs is changed in the shop.',
					'orderinvoicer'
				),
		};
	}

	/** @param int|null $days that the rest takes; null where nobody knows yet. */
	public function pace( int $done, int $all, ?int $days ): string {
		$numbers = [ number_format_i18n( $done ), number_format_i18n( $all ) ];
		return $days === null || $days < 1
			? sprintf(
				/* translators: 1: number of products looked at, 2: number of all products. */
				__( '%1$s of %2$s products so far.', 'orderinvoicer' ),
				...$numbers
			)
			: sprintf(
				/* translators: 1: number of products looked at, 2: number of all products, 3: number of days. */
				_n(
					'%1$s of %2$s products so far; about %3$s more day.',
					'%1$s of %2$s products so far; about %3$s more days.',
					$days,
					'orderinvoicer'
				),
				...[ ...$numbers, number_format_i18n( $days ) ]
			);
	}

	/** @param string $trouble of StockLook. */
	public function trouble( string $trouble ): string {
		return match ( $trouble ) {
			StockLook::NO_RIGHT =>
				__( 'Sellsy does not allow it: tick api-v1 on the API access of this shop in Sellsy. The Connection page shows where. It is tried again within the hour.', 'orderinvoicer' ),
			StockLook::LIMIT    =>
				__(
					'Sellsy was asked too often. This goes on in a few minutes; documents are not held up.',
					'orderinvoicer'
				),
			StockLook::FAILED   =>
				__( 'Sellsy did not answer properly. It is tried again in a few minutes.', 'orderinvoicer' ),
			StockLook::RESTORED =>
				__( 'A backup of this shop was put back. So stock is compared anew, and nothing is changed until you have seen the comparison and let stock agree again.', 'orderinvoicer' ),
			default             => '',
		};
	}

	/** @param list<string> $orders numbers of those that hold it; empty where they were not looked for. */
	public function row( StockRow $row, StockSettings $settings, array $orders = [] ): string {
		return match ( $row->state ) {
			StockState::Agrees      => __( 'Both agree.', 'orderinvoicer' ),
			StockState::Differs     => $this->change( $row, $settings->follower() ),
			StockState::NotKept     =>
				__(
					'Not kept in Sellsy: no stock of it is counted in this warehouse. Nothing is changed.',
					'orderinvoicer'
				),
			StockState::Waits       => $this->held( $orders ),
			StockState::Uncountable =>
				__( 'The shop counts whole pieces only. Nothing is changed.', 'orderinvoicer' ),
			StockState::Sent        =>
				__( 'A change was begun. It is read again in a few minutes.', 'orderinvoicer' ),
			StockState::Blocked     =>
				__( 'Sellsy did not take the change. Nothing more is tried until you compare again.', 'orderinvoicer' ),
			StockState::Marked      => __( 'Changed in the shop; looked at soon.', 'orderinvoicer' ),
			StockState::Done        => __( 'Done', 'orderinvoicer' ),
			StockState::Lost        =>
				__( 'Not done: no answer came, and reading again did not show it.', 'orderinvoicer' ),
			StockState::Refused     => __( 'Refused by Sellsy', 'orderinvoicer' ),
			StockState::Ignored     =>
				__( 'Sellsy did not do it: its stock did not move, or moved the other way.', 'orderinvoicer' ),
			StockState::Unclear     =>
				__(
					'Sellsy does not tell one quantity for it, or another product of the shop is linked with the same item. Nothing is changed.',
					'orderinvoicer'
				),
		};
	}

	/** @param list<string> $orders numbers. */
	private function held( array $orders ): string {
		return $orders === []
			? __(
				'An order with it has no document in Sellsy yet, or one that is being made. It is looked at next time.',
				'orderinvoicer'
			)
			: sprintf(
				/* translators: %s: order numbers, such as 1041, 1052. */
				_n(
					'Waits for the document of order %s. If that order needs you, mend it there: it is looked at next time, and after 30 days without it.',
					'Waits for the documents of the orders %s. If one of them needs you, mend it there: it is looked at next time, and after 30 days without them.',
					count( $orders ),
					'orderinvoicer'
				),
				implode( ', ', $orders )
			);
	}

	private function change( StockRow $row, string $side ): string {
		return sprintf(
			$side === StockSettings::SELLSY
				/* translators: 1: quantity before, 2: quantity after. */
				? __( 'In Sellsy: from %1$s to %2$s', 'orderinvoicer' )
				/* translators: 1: quantity before, 2: quantity after. */
				: __( 'In the shop: from %1$s to %2$s', 'orderinvoicer' ),
			$this->quantity( $row->from_at( $side )?->to_string() ?? '' ),
			$this->quantity( $row->to_at( $side )?->to_string() ?? '' )
		);
	}

	/** With the decimal sign of WordPress's language. */
	public function quantity( string $decimal ): string {
		global $wp_locale;
		$sign = $wp_locale instanceof \WP_Locale ? $wp_locale->number_format['decimal_point'] ?? '.' : '.';
		return str_replace( '.', is_string( $sign ) ? $sign : '.', $decimal );
	}
}
