<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Bulk;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Features\Bulk\Rules\BulkOrders;
use OrderInvoicer\Features\Bulk\Rules\BulkPlan;
use OrderInvoicer\Features\Bulk\Rules\LeftOut;

/** What the page that asks is made of: plain forms, which work without JavaScript. */
final class BulkPageParts {

	/** Orders that are named; of more there is only the number. */
	private const NAMED = 10;

	public function __construct( private readonly BulkText $texts ) {}

	public function say( string $status, string $text ): void {
		printf(
			'<div class="notice notice-%1$s inline"><p>%2$s</p></div>',
			esc_attr( $status ),
			esc_html( $text )
		);
	}

	public function link( string $url, string $text ): void {
		printf( '<p><a href="%1$s">%2$s</a></p>', esc_url( $url ), esc_html( $text ) );
	}

	/**
	 * @param array<string, string> $fields
	 * @param string                $warning what cannot be undone; empty where nothing becomes final.
	 * @param string                $consent beside the box that is to be ticked then.
	 */
	public function form(
		string $action,
		array $fields,
		string $box,
		string $warning,
		string $consent,
		string $button,
	): void {
		printf( '<form method="post" action="%s">', esc_url( admin_url( 'admin-post.php' ) ) );
		wp_nonce_field( $action, '_wpnonce', false );
		foreach ( [ 'action' => $action ] + $fields as $name => $value ) {
			printf( '<input type="hidden" name="%1$s" value="%2$s">', esc_attr( $name ), esc_attr( $value ) );
		}
		if ( $warning !== '' ) {
			$this->say( 'warning', $warning );
			printf(
				'<p><label><input type="checkbox" name="%1$s" value="1" required> %2$s</label></p>',
				esc_attr( $box ),
				esc_html( $consent )
			);
		}
		printf( '<p><button class="button button-primary">%s</button></p></form>', esc_html( $button ) );
	}

	public function left_out( BulkPlan $plan, BulkOrders $orders ): void {
		if ( $plan->left === [] ) {
			return;
		}
		$count = array_sum( array_map( count( ... ), $plan->left ) );
		$said  = sprintf(
			/* translators: %s: number of orders. */
			_n( '%s order is left out:', '%s orders are left out:', $count, 'orderinvoicer' ),
			number_format_i18n( $count )
		);
		printf( '<p>%s</p><ul class="ul-disc">', esc_html( $said ) );
		foreach ( $plan->left as $why => $ids ) {
			printf(
				'<li>%1$s %2$s</li>',
				esc_html( $this->texts->left_out( LeftOut::from( $why ) ) ),
				esc_html( $this->named( $ids, $orders ) )
			);
		}
		echo '</ul>';
	}

	/** @param list<int> $ids */
	private function named( array $ids, BulkOrders $orders ): string {
		$numbers = array_map(
			static fn ( int $id ): string => '#' . ( $orders->snapshots[ $id ]->number ?? (string) $id ),
			array_slice( $ids, 0, self::NAMED )
		);
		$more    = count( $ids ) - count( $numbers );
		$named   = implode( ', ', $numbers );
		return $more === 0 ? $named : sprintf(
			/* translators: 1: numbers of orders, 2: how many more there are. */
			_n( '%1$s and %2$s more', '%1$s and %2$s more', $more, 'orderinvoicer' ),
			$named,
			number_format_i18n( $more )
		);
	}
}
