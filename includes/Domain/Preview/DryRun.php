<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Preview;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\FollowUps\OrderFacts;
use OrderInvoicer\Domain\FollowUps\WorkflowSelector;
use OrderInvoicer\Domain\Order\OrderHistory;
use OrderInvoicer\Domain\Order\Orders;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\OrderBook\DocumentRule;
use OrderInvoicer\Domain\OrderSheet\SheetRule;
use OrderInvoicer\Domain\Settings\OrderTraits;
use OrderInvoicer\Domain\Settings\Rule;
use OrderInvoicer\Domain\Settings\Settings;
use OrderInvoicer\Domain\System\Clock;

/** What these settings would make of the shop's latest orders. Creates nothing, here or at Sellsy. */
final class DryRun {

	/** Seconds after which Sellsy is no longer asked: a page waits for the answer. */
	private const ASK = 3;

	public function __construct(
		private readonly OrderHistory $history,
		private readonly Orders $orders,
		private readonly DryRunOrder $run,
		private readonly WorkflowSelector $selector,
		private readonly Clock $clock,
	) {}

	/**
	 * @param bool $as_new As if each order came today: of its documents, those alone count that people made.
	 * @return list<DryOrder> newest first.
	 * @throws RemoteFailure
	 */
	public function page( Settings $settings, int $limit, int $offset, bool $as_new = false ): array {
		$until = $this->clock->now()->modify( '+' . self::ASK . ' seconds' );
		$tried = [];
		foreach ( $this->history->latest( $limit, $offset ) as $id ) {
			$order = $this->readable( $id );
			if ( $order !== null ) {
				$tried[] = new DryOrder( $order, $this->documents( $order, $settings, $until, $as_new ) );
			}
		}
		return $tried;
	}

	/** @return list<DryDocument> */
	private function documents(
		OrderSnapshot $order,
		Settings $settings,
		\DateTimeImmutable $until,
		bool $as_new,
	): array {
		$facts     = OrderFacts::of_order( $order, $settings );
		$traits    = OrderTraits::of( $order );
		$documents = [];
		foreach ( DocumentKind::cases() as $kind ) {
			$workflow = $settings->workflow( $kind );
			if ( $kind !== DocumentKind::CreditNote && $workflow->enabled ) {
				$rule        = $settings->rule_for( $kind, $traits );
				$documents[] = $this->document( $kind, $rule, $order, $facts, $settings, $until, $as_new )
					->by( $rule, SheetRule::of( $kind, $rule, $settings ) );
			}
		}
		return $documents;
	}

	private function document(
		DocumentKind $kind,
		int $rule,
		OrderSnapshot $order,
		OrderFacts $facts,
		Settings $settings,
		\DateTimeImmutable $until,
		bool $as_new,
	): DryDocument {
		$workflow = $settings->workflow( $kind );
		if ( $this->run->exists( $kind, $order->id, by_people: $as_new ) ) {
			return new DryDocument( $kind, DryOutcome::Exists );
		}
		if ( ! $workflow->makes( $rule ) ) {
			return $rule !== Rule::UNSURE
				? new DryDocument( $kind, DryOutcome::NoRule )
				: new DryDocument(
					kind: $kind,
					outcome: DryOutcome::Stops,
					problem: DocumentRule::obstacle( $workflow, $rule )
				);
		}
		if ( ! $this->selector->has_passed( $workflow->under( $rule )->trigger, $facts ) ) {
			return new DryDocument( $kind, DryOutcome::NotDue );
		}
		$counting = $settings->under( $kind, $rule );
		$ask      = $this->clock->now() < $until;
		return $this->run->as_new( $kind, $order, $counting, $ask );
	}

	/** An order with damaged amounts stops by itself; here it only does not show. */
	private function readable( int $id ): ?OrderSnapshot {
		try {
			return $this->orders->snapshot( $id );
		} catch ( \InvalidArgumentException ) {
			return null;
		}
	}
}
