<?php

declare( strict_types=1 );

namespace OrderInvoicer\Features\Backfill\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\FollowUps\WorkflowSelector;
use OrderInvoicer\Domain\Order\Day;
use OrderInvoicer\Domain\Order\OrderFilter;
use OrderInvoicer\Domain\Settings\Values;
use OrderInvoicer\Domain\System\Clock;

/** What a person chose to fill in, from the schema `backfill-orders`; the same for REST and WP-CLI. */
final class BackfillOrders {

	public function __construct( private readonly Clock $clock ) {}

	/** Null when days or statuses make no sense. */
	public function filter( Values $chosen ): ?OrderFilter {
		$from     = $chosen->text( 'from', '' );
		$to       = $chosen->text( 'to', '' );
		$statuses = $this->texts( $chosen, 'statuses' );
		$sold     = array_filter( $statuses, WorkflowSelector::may_be_filled_in( ... ) );
		if (
			! Day::exists( $from )
			|| ! Day::exists( $to )
			|| $from > $to
			|| $statuses === []
			|| $sold !== $statuses
		) {
			return null;
		}
		return new OrderFilter( from: $from, to: $to, statuses: $statuses, before: $this->clock->now() );
	}

	/** @return list<DocumentKind> */
	public function kinds( Values $chosen ): array {
		$kinds = array_filter( array_map( DocumentKind::tryFrom( ... ), $this->texts( $chosen, 'kinds' ) ) );
		$is_of_orders = static fn ( DocumentKind $kind ): bool => in_array( $kind, DocumentKind::of_orders(), true );
		return array_values( array_filter( $kinds, $is_of_orders ) );
	}

	/** @return list<string> */
	private function texts( Values $chosen, string $key ): array {
		return array_values( array_unique( array_filter( $chosen->list_of( $key ) ?? [], 'is_string' ) ) );
	}
}
