<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\FollowUps;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\OrderBook\DocumentRule;
use OrderInvoicer\Domain\Settings\Rule;
use OrderInvoicer\Domain\Settings\Trigger;
use OrderInvoicer\Domain\Settings\WorkflowSettings;

/**
 * Whether the invoice workflow takes an order. Asked twice: when something happened to the order, and again by the job,
 * because the order may have moved meanwhile. Moved forward still counts; moved back does not.
 */
final class WorkflowSelector {

	/** What an order waits for that waits for nothing: it is made without anything more. */
	public const SOON = '';

	private const CONFIRMED = [ 'on-hold', 'processing', 'completed' ];

	/** How far an order has come. Statuses of other plugins come after the payment, as far as anybody can tell. */
	private const PROGRESS = [
		'auto-draft'     => 0,
		'checkout-draft' => 0,
		'draft'          => 0,
		'trash'          => 0,
		'pending'        => 0,
		'failed'         => 0,
		'cancelled'      => 0,
		'refunded'       => 0,
		'on-hold'        => 1,
		'processing'     => 2,
	];
	private const AS_FAR_AS_COMPLETED = 3;

	/** Null: start. Otherwise the reason why not. */
	public function on_event( WorkflowSettings $settings, OrderFacts $order ): ?Problem {
		return $this->left_out( $settings, $order )
			?? $this->unless( $this->is_triggered( $settings->under( $order->rule )->trigger, $order ), $order );
	}

	/** Its trigger had come before the kind was switched on: nothing is made of it unless a person asks. */
	public function is_before( WorkflowSettings $settings, OrderFacts $order ): bool {
		$trigger = $settings->under( $order->rule )->trigger;
		return $settings->since !== null && $order->moments?->are_before(
			$settings->since,
			$trigger,
			$order->status,
			$trigger->value === Trigger::CONFIRMED ? self::CONFIRMED : []
		) === true;
	}

	/** What has to happen before the document of an order that has none is made: a trigger's value; null: none is. */
	public function awaited( WorkflowSettings $settings, OrderFacts $order ): ?string {
		$obstacle = $this->on_event( $settings, $order );
		$may_come = $obstacle?->is( ProblemCode::NoLongerTriggered ) === true && ! self::is_over( $order->status );
		return match ( true ) {
			$obstacle === null => $this->is_before( $settings, $order ) ? null : self::SOON,
			$may_come          => $settings->under( $order->rule )->trigger->value,
			default            => null,
		};
	}

	/**
	 * Null: go on. Otherwise the reason to skip the order after all. Another rule may take it than the one that opened
	 * its row: then that one's trigger must have come.
	 */
	public function again( WorkflowSettings $settings, OrderFacts $order ): ?Problem {
		$trigger = $settings->under( $order->rule )->trigger;
		return $this->left_out( $settings, $order ) ?? $this->unless(
			$settings->has_rules()
				? $this->has_passed( $trigger, $order )
				: $this->has_not_moved_back( $trigger, $order->status ),
			$order
		);
	}

	/**
	 * The owner chose old orders by date and status: whatever switch, trigger and start date say, unless the sale fell
	 * through since, or no rule makes anything of it.
	 */
	public function in_backfill( WorkflowSettings $settings, OrderFacts $order ): ?Problem {
		return $this->unless( self::may_be_filled_in( $order->status ), $order ) ?? $this->no_rule( $settings, $order );
	}

	/** Where the order does not tell which rule takes it, its row asks a person. */
	private function no_rule( WorkflowSettings $settings, OrderFacts $order ): ?Problem {
		return $order->rule === Rule::UNSURE ? null : DocumentRule::obstacle( $settings, $order->rule );
	}

	/** Statuses that a back-fill may choose. A refunded order was sold first. */
	public static function may_be_filled_in( string $status ): bool {
		return $status === 'refunded' || ( self::PROGRESS[ $status ] ?? self::AS_FAR_AS_COMPLETED ) > 0;
	}

	/** Whether a person may have a document made now: not paid yet is no obstacle, but what is no sale gets none. */
	public static function may_be_asked_for( string $status ): bool {
		return $status === 'pending' || self::may_be_filled_in( $status );
	}

	/** The sale fell through, or all of it was given back: by itself, nothing more is made. */
	public static function is_over( string $status ): bool {
		return $status !== 'pending' && ( self::PROGRESS[ $status ] ?? self::AS_FAR_AS_COMPLETED ) === 0;
	}

	/** A person asked: whatever switch, trigger and start date say, unless the sale fell through since. */
	public function when_asked( OrderFacts $order ): ?Problem {
		return self::may_be_asked_for( $order->status ) ? null : self::no_sale( $order->status );
	}

	public static function no_sale( string $status ): Problem {
		return new Problem(
			ProblemCode::NoLongerTriggered,
			[
				'status' => $status,
				'asked'  => 'yes',
			]
		);
	}

	/**
	 * A sale, by WooCommerce's own statuses and others that the shop counts as paid: any more may say that the parcel
	 * came back.
	 */
	public static function is_sold( OrderSnapshot $order ): bool {
		return in_array( $order->status, self::CONFIRMED, true )
			|| ( $order->payment->is_paid && ! isset( self::PROGRESS[ $order->status ] ) );
	}

	/** Whether an order that stands so has come by the trigger, whenever that was. */
	public function has_passed( Trigger $trigger, OrderFacts $order ): bool {
		return match ( $trigger->value ) {
			Trigger::PAID    => $this->has_not_moved_back( $trigger, $order->status )
				&& ( $order->has_date_paid || $order->status !== 'processing' ),
			Trigger::SHIPPED => $order->is_shipped && $this->has_not_moved_back( $trigger, $order->status ),
			default          => $this->has_not_moved_back( $trigger, $order->status ),
		};
	}

	private function left_out( WorkflowSettings $settings, OrderFacts $order ): ?Problem {
		if ( ! $settings->enabled ) {
			return new Problem( ProblemCode::WorkflowDisabled );
		}
		if ( $order->foreign_url !== '' ) {
			return new Problem( ProblemCode::InvoicedElsewhere, [ 'url' => $order->foreign_url ] );
		}
		if ( $settings->start_date === '' || $order->created_day < $settings->start_date ) {
			return new Problem( ProblemCode::BeforeStartDate, [ 'start_date' => $settings->start_date ] );
		}
		return $this->no_rule( $settings, $order );
	}

	private function unless( bool $goes_on, OrderFacts $order ): ?Problem {
		return $goes_on ? null : new Problem( ProblemCode::NoLongerTriggered, [ 'status' => $order->status ] );
	}

	private function is_triggered( Trigger $trigger, OrderFacts $order ): bool {
		return match ( $trigger->value ) {
			Trigger::CONFIRMED => in_array( $order->status, self::CONFIRMED, true ),
			Trigger::PAID      => $this->is_paid( $order ),
			Trigger::SHIPPED   => $order->is_shipped,
			default            => $order->status === $this->awaited_status( $trigger ),
		};
	}

	/**
	 * Cash on delivery goes to "processing", a paid status, without having been paid; WooCommerce dates its payment
	 * when the order is completed. Statuses of other plugins are never dated, so that their word is taken.
	 */
	public function is_paid( OrderFacts $order ): bool {
		return $order->payment_complete || (
			in_array( $order->status, $order->paid_statuses, true )
			&& ( $order->has_date_paid || $order->status !== 'processing' )
		);
	}

	private function has_not_moved_back( Trigger $trigger, string $status ): bool {
		$needed = match ( $trigger->value ) {
			Trigger::CONFIRMED => 1,
			Trigger::PAID, Trigger::SHIPPED => 2,
			default            => max( 1, $this->progress( $this->awaited_status( $trigger ) ) ),
		};
		return $status === $this->awaited_status( $trigger ) || $this->progress( $status ) >= $needed;
	}

	private function awaited_status( Trigger $trigger ): string {
		return str_starts_with( $trigger->value, Trigger::STATUS )
			? substr( $trigger->value, strlen( Trigger::STATUS ) )
			: $trigger->value;
	}

	private function progress( string $status ): int {
		return self::PROGRESS[ $status ] ?? self::AS_FAR_AS_COMPLETED;
	}
}
