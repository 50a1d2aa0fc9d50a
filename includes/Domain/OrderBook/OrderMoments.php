<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\OrderBook;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Settings\Trigger;

/**
 * When an order came by what a kind waits for, as far as WooCommerce keeps it. It keeps no moment for most statuses.
 * There the hook that fires at the change is the moment; whoever saves the order later tells of none.
 */
final class OrderMoments {

	/**
	 * @param \DateTimeImmutable|null $completed_at when it last became completed.
	 * @param \DateTimeImmutable|null $shipped_at   the last second that its last known parcel can have left.
	 * @param string                  $from         the status that it just left; empty where it changed none.
	 */
	public function __construct(
		public readonly \DateTimeImmutable $created_at,
		public readonly ?\DateTimeImmutable $paid_at = null,
		public readonly ?\DateTimeImmutable $completed_at = null,
		public readonly ?\DateTimeImmutable $shipped_at = null,
		public readonly string $from = '',
	) {}

	/**
	 * Whether the trigger came before the kind was switched on.
	 *
	 * @param string       $status  now.
	 * @param list<string> $reached statuses by any of which the trigger would have come already.
	 */
	public function are_before( \DateTimeImmutable $since, Trigger $trigger, string $status, array $reached ): bool {
		if ( $this->created_at >= $since ) {
			return false;
		}
		$known = match ( true ) {
			$trigger->value === Trigger::PAID      => $this->paid_at,
			$trigger->value === Trigger::SHIPPED   => $this->shipped_at ?? $this->completed( $status ),
			$trigger->value === Trigger::CONFIRMED => $this->paid_at !== null && $this->paid_at < $since
				? $this->paid_at
				: null,
			default                                => $this->completed( $status ),
		};
		if ( $known !== null ) {
			return $known < $since;
		}
		// A parcel without a day is told of by a save like any other.
		return $trigger->value !== Trigger::SHIPPED
			&& in_array( $this->from, [ '', $status, ...$reached ], true );
	}

	private function completed( string $status ): ?\DateTimeImmutable {
		return $status === Trigger::COMPLETED ? $this->completed_at : null;
	}
}
