<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Sales;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\OrderLinks;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Order\Orders;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Settings\Biller;
use OrderInvoicer\Domain\Settings\SettingsStore;

/**
 * Which orders are one sale, and who of them bills it. A marketplace's plugin says so in its metas; of others, the
 * children that were made within a day of their parent are its lines again where their totals add up to its own. All
 * else that has a parent is an order of its own: the balance of a deposit, an exchange, a renewal.
 */
final class Sales {

	/** A later child with the same total is another sale, such as a renewal. */
	private const TOGETHER = '1 day';

	/** Children come one after the other, in the request that placed the order or a moment later. */
	private const COMING = 30;

	/** An order says that it is split, and no child is there; or a part's parent is not. */
	private const ANNOUNCED = 600;

	public function __construct(
		private readonly Orders $stored_orders,
		private readonly Ledger $ledger,
		private readonly OrderLinks $links,
		private readonly SettingsStore $settings,
	) {}

	/** Null: an order of its own. */
	public function of( OrderSnapshot $order ): ?Sale {
		[ $parent, $all ]       = $this->family( $order );
		[ $children, $named_by ] = self::parts( $parent, $all );
		if ( $children === [] || ! in_array( $order->id, array_column( [ $parent, ...$children ], 'id' ), true ) ) {
			return null;
		}
		$invoiced = $this->invoiced( array_column( [ $parent, ...$children ], 'id' ) );
		return new Sale(
			parent: $parent,
			children: $children,
			named_by: $named_by,
			biller: $this->biller( $parent, $invoiced ),
			invoiced: $invoiced
		);
	}

	/**
	 * Why no document is made of it, as one of a sale that is billed elsewhere, or not yet; null where one may be.
	 *
	 * @param Problem|null $before why none was made so far.
	 */
	public function obstacle( OrderSnapshot $order, ?Problem $before = null ): ?Problem {
		$sale = $this->of( $order );
		return $sale === null ? $this->billed_before( $order, $before ) : $sale->obstacle( $order->id );
	}

	/** An order of the sale was edited since, or put in the bin: what was billed of it stays billed. */
	private function billed_before( OrderSnapshot $order, ?Problem $before ): ?Problem {
		$was_part  = $before?->is( ProblemCode::PartOfSale ) === true;
		$parent_id = $order->kin->is_own ? 0 : $order->kin->parent_id;
		$lacks_it  = $order->kin->part_by !== ''
			&& $parent_id > 0
			&& $this->stored_orders->snapshot( $parent_id ) === null;
		if ( ! $was_part && ! $lacks_it ) {
			return null;
		}
		$others = $parent_id > 0 ? [ $parent_id ] : $this->stored_orders->children( $order->id );
		$facts  = [
			'biller'   => Biller::Parent->value,
			'number'   => (string) $parent_id,
			'children' => $order->number,
			'by'       => $order->kin->part_by,
		];
		return match ( true ) {
			$others === [] || $this->invoiced( $others ) === [] => null,
			$was_part => $before,
			default   => new Problem( ProblemCode::PartOfSale, $facts ),
		};
	}

	/**
	 * Whether more orders of the same sale may be coming: nothing is concluded before. Shops that have such sales look
	 * at each order once it is old enough, the others only at those that say so.
	 *
	 * @return int seconds to wait; 0 for most.
	 */
	public function are_coming( OrderSnapshot $order, \DateTimeImmutable $now ): int {
		[ $parent, $children ] = $this->family( $order );
		$is_parted             = $children !== [] || $this->settings->get()->split_sales !== Biller::NotSaid->value;
		$since                 = max( array_map( self::created( ... ), [ $parent, ...$children ] ) );
		$wait                  = match ( true ) {
			$children === [] && $parent->kin->split_by !== '',
			$parent->kin->part_by !== '' && ! $parent->kin->is_own => self::ANNOUNCED,
			$is_parted => self::COMING,
			default    => 0,
		};
		$age                   = $now->getTimestamp() - $since;
		return $age < 0 ? 0 : min( self::COMING, max( 0, $wait - $age ) );
	}

	/** @return array{OrderSnapshot, list<OrderSnapshot>} the parent, and all that have it. */
	private function family( OrderSnapshot $order ): array {
		$parent   = $order->kin->parent_id > 0 ? $this->stored_orders->snapshot( $order->kin->parent_id ) : null;
		$parent   = $parent === null || $order->kin->is_own ? $order : $parent;
		$children = [];
		foreach ( $this->stored_orders->children( $parent->id ) as $id ) {
			$child = $id === $order->id ? $order : $this->stored_orders->snapshot( $id );
			if ( $child !== null && ! $child->kin->is_own ) {
				$children[] = $child;
			}
		}
		return [ $parent, $children ];
	}

	/**
	 * @param list<OrderSnapshot> $children
	 * @return array{list<OrderSnapshot>, string} those that hold its lines again, and the plugin that says so.
	 */
	private static function parts( OrderSnapshot $parent, array $children ): array {
		if ( $parent->kin->split_by !== '' ) {
			$named = array_values(
				array_filter( $children, static fn ( OrderSnapshot $child ): bool => $child->kin->part_by !== '' )
			);
			return [ $named === [] ? $children : $named, $named[0]->kin->part_by ?? $parent->kin->split_by ];
		}
		$until    = $parent->created_at->modify( '+' . self::TOGETHER );
		$children = array_values(
			array_filter( $children, static fn ( OrderSnapshot $child ): bool => $child->created_at <= $until )
		);
		$adds_up  = $parent->total->is_positive() && Sale::beside( $parent, $children )->is_zero();
		return [ $adds_up ? $children : [], '' ];
	}

	/**
	 * @param non-empty-list<int> $order_ids
	 * @return array<int, true> by id: those that have an invoice, by hand or of another tool too, or may have one.
	 */
	private function invoiced( array $order_ids ): array {
		$rows     = $this->ledger->for_orders( $order_ids );
		$invoiced = [];
		foreach ( $order_ids as $id ) {
			$made = array_filter( $rows[ $id ] ?? [], self::is_invoice( ... ) );
			if ( $made !== [] || $this->links->url( $id, DocumentKind::Invoice ) !== '' ) {
				$invoiced[ $id ] = true;
			}
		}
		return $invoiced;
	}

	private static function is_invoice( Task $task ): bool {
		return $task->key->effect === Effect::CreateInvoice
			&& ( $task->was_begun() || $task->is_by_hand() );
	}

	/** @param array<int, true> $invoiced */
	private function biller( OrderSnapshot $parent, array $invoiced ): Biller {
		$said = Biller::from( $this->settings->get()->split_sales );
		return match ( true ) {
			isset( $invoiced[ $parent->id ] ) => Biller::Parent,
			$invoiced !== [] && $said !== Biller::Nobody => Biller::Children,
			default => $said,
		};
	}

	private static function created( OrderSnapshot $order ): int {
		return $order->created_at->getTimestamp();
	}
}
