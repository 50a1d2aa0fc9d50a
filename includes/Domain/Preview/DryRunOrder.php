<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Preview;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\Account;
use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Content\DocumentDraft;
use OrderInvoicer\Domain\Customers\CustomerKey;
use OrderInvoicer\Domain\Customers\RecallCustomer;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Drafts\AcceptedRounding;
use OrderInvoicer\Domain\Drafts\EligibilityCheck;
use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\OrderLinks;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Sales\Sales;
use OrderInvoicer\Domain\Settings\Settings;

/**
 * What one order would become, without making anything. Start dates do not count: they leave old orders out on purpose.
 */
final class DryRunOrder {

	public function __construct(
		private readonly Ledger $ledger,
		private readonly OrderLinks $links,
		private readonly Account $account,
		private readonly RecallCustomer $recall,
		private readonly TryDocument $try,
		private readonly AcceptedRounding $rounding,
		private readonly Sales $sales,
	) {}

	/**
	 * @param bool $ask Sellsy may be asked to compute, where the customer is known.
	 * @throws RemoteFailure when not even the taxes can be read.
	 */
	public function document( DocumentKind $kind, OrderSnapshot $order, Settings $settings, bool $ask ): DryDocument {
		return $this->exists( $kind, $order->id )
			? new DryDocument( $kind, DryOutcome::Exists )
			: $this->as_new( $kind, $order, $settings, $ask );
	}

	/**
	 * Whatever document it has.
	 *
	 * @param bool $ask as above.
	 * @throws RemoteFailure
	 */
	public function as_new( DocumentKind $kind, OrderSnapshot $order, Settings $settings, bool $ask ): DryDocument {
		try {
			$problem = EligibilityCheck::free( $order, $settings ) ?? $this->sales->obstacle( $order );
			if ( $problem !== null ) {
				throw new NeedsAttention( $problem );
			}
			$customer = $this->customer( $order );
			$this->check_rights( $kind );
			$draft   = $this->draft(
				$kind,
				$order,
				$settings,
				$customer ?? new CustomerRef( CustomerKey::for_buyer( $order->buyer, $order->id )->type(), 0 )
			);
			$checked = $ask && $customer !== null ? $this->try->agreed( $draft ) : null;
			return new DryDocument(
				kind: $kind,
				outcome: DryOutcome::Made,
				totals: $this->try->totals( $checked ?? $draft, $settings ),
				sellsy_agrees: $checked !== null
			);
		} catch ( NeedsAttention $stopped ) {
			return new DryDocument( $kind, DryOutcome::Stops, problem: $stopped->problem );
		}
	}

	/** A person may have accepted the rounding of this order: asked for only where it stops. */
	private function draft(
		DocumentKind $kind,
		OrderSnapshot $order,
		Settings $settings,
		CustomerRef $customer
	): DocumentDraft {
		try {
			return $this->try->draft( $kind, $order, $settings, $customer );
		} catch ( NeedsAttention $stopped ) {
			$accepted = $stopped->problem->is( ProblemCode::RoundingOverCap )
				? $this->rounding->settings( $order->id, $settings )
				: $settings;
			return $accepted === $settings
				? throw $stopped
				: $this->try->draft( $kind, $order, $accepted, $customer );
		}
	}

	/** @param bool $by_people only one that people or another tool made. */
	public function exists( DocumentKind $kind, int $order_id, bool $by_people = false ): bool {
		$is_ours = false;
		foreach ( $this->ledger->for_order( $order_id ) as $row ) {
			if ( $row->key->effect->creates() === $kind ) {
				if ( $row->is_left_to_people() || $row->is_linked() ) {
					return true;
				}
				$is_ours = $is_ours || $row->was_at_sellsy();
			}
		}
		return $is_ours ? ! $by_people : $this->links->url( $order_id, $kind ) !== '';
	}

	/** The remembered one; who it would be else, only a search at Sellsy could say. */
	private function customer( OrderSnapshot $order ): ?CustomerRef {
		$known = $this->recall->exact( $order )?->ref;
		if ( $known === null && ! $order->buyer->has_name() ) {
			throw NeedsAttention::because( ProblemCode::CustomerNameless );
		}
		return $known;
	}

	private function check_rights( DocumentKind $kind ): void {
		if ( $kind->needs_v1() && ! $this->account->has_v1() ) {
			throw NeedsAttention::because( ProblemCode::V1Missing, [ 'kind' => $kind->value ] );
		}
	}
}
