<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Bulk;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Money\Currency;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Features\Bulk\Rules\BulkAct;
use OrderInvoicer\Features\Bulk\Rules\BulkOrders;
use OrderInvoicer\Features\Bulk\Rules\BulkPlan;
use OrderInvoicer\Features\Bulk\Rules\BulkRequest;
use OrderInvoicer\Features\Bulk\Rules\BulkStep;
use OrderInvoicer\Features\Bulk\Rules\LeftOut;
use OrderInvoicer\Wording\Names\AmountText;
use OrderInvoicer\Wording\Names\DocumentNames;

/** One act for many orders, in words. Plain text, to be escaped. */
final class BulkText {

	public function __construct(
		private readonly DocumentNames $names,
		private readonly AmountText $amounts = new AmountText(),
	) {}

	/** In menus, which stand beside those of WooCommerce. */
	public function menu( BulkAct $act ): string {
		return match ( $act ) {
			BulkAct::Create   => __( 'Sellsy: create documents…', 'orderinvoicer' ),
			BulkAct::Finalise => __( 'Sellsy: make drafts final…', 'orderinvoicer' ),
			BulkAct::Retry    => __( 'Sellsy: retry what failed…', 'orderinvoicer' ),
		};
	}

	/** A button, below a heading that says Sellsy. */
	public function short( BulkAct $act ): string {
		return match ( $act ) {
			BulkAct::Create   => __( 'Create', 'orderinvoicer' ),
			BulkAct::Finalise => __( 'Make final', 'orderinvoicer' ),
			BulkAct::Retry    => __( 'Retry', 'orderinvoicer' ),
		};
	}

	/** Heading of the page that asks, and name of the run in the notice. */
	public function title( BulkRequest $request ): string {
		return match ( true ) {
			$request->act === BulkAct::Finalise => __( 'Make drafts final in Sellsy', 'orderinvoicer' ),
			$request->act === BulkAct::Retry    => __( 'Retry what failed with Sellsy', 'orderinvoicer' ),
			$request->kind === null             =>
				__( 'Create in Sellsy what your settings ask for', 'orderinvoicer' ),
			/* translators: %s: kind of document, such as Invoice. */
			default => sprintf( __( 'Create in Sellsy: %s', 'orderinvoicer' ), $this->names->kind( $request->kind ) ),
		};
	}

	public function choose(): string {
		return __( 'Create documents in Sellsy', 'orderinvoicer' );
	}

	/** A choice of the page that asks. */
	public function choice( ?DocumentKind $kind ): string {
		return $kind === null ? __( 'What your settings ask for', 'orderinvoicer' ) : $this->names->kind( $kind );
	}

	/** How many, and of what total. */
	public function sum( BulkRequest $request, BulkPlan $plan ): string {
		return $request->act === BulkAct::Retry
			? $this->tasks( count( $plan->steps ) )
			: $this->worth( $plan->steps );
	}

	/** What cannot be undone, and what speaks against it; empty where nothing becomes final. */
	public function warning( BulkPlan $plan, BulkOrders $orders ): string {
		$finals = $plan->finals();
		$unpaid = $plan->unpaid_finals( $orders );
		return $finals === [] ? '' : sprintf(
			/* translators: %s: such as 12 documents, 1 234.50 € incl. VAT. */
			__( '%s: this becomes final. Sellsy gives each its number, and they are there to stay: a mistake is put right by a further document, such as a credit note.', 'orderinvoicer' ),
			$this->worth( $finals )
		) . ( $unpaid === 0 ? '' : ' ' . $this->unpaid( $unpaid ) );
	}

	/** @param BulkPlan $plan of these tasks, those that make something final. */
	public function mended( int $tasks, BulkPlan $plan ): string {
		return $plan->steps === []
			? sprintf(
				/* translators: %s: such as 14 tasks. */
				__(
					'You have changed the settings since these stopped. %s can go on; nothing becomes final by it.',
					'orderinvoicer'
				),
				$this->tasks( $tasks )
			)
			: sprintf(
				/* translators: 1: such as 14 tasks, 2: such as 12 documents, 1 234.50 € incl. VAT. */
				__(
					'You have changed the settings since these stopped. %1$s can go on. It becomes final: %2$s.',
					'orderinvoicer'
				),
				$this->tasks( $tasks ),
				$this->worth( $plan->steps )
			);
	}

	private function unpaid( int $orders ): string {
		return sprintf(
			/* translators: %s: number of orders. */
			_n( 'No payment of %s order is known.', 'No payment of %s orders is known.', $orders, 'orderinvoicer' ),
			number_format_i18n( $orders )
		);
	}

	/** Beside the box that must be ticked first. */
	public function consent( BulkPlan $plan ): string {
		return sprintf(
			/* translators: %s: such as 12 documents, 1 234.50 € incl. VAT. */
			__( 'Yes, make this final: %s', 'orderinvoicer' ),
			$this->worth( $plan->finals() )
		);
	}

	public function go( BulkRequest $request, BulkPlan $plan ): string {
		$count  = count( $plan->steps );
		$number = number_format_i18n( $count );
		return match ( $request->act ) {
			BulkAct::Create   => sprintf(
				/* translators: %s: number of documents. */
				_n( 'Create %s document', 'Create %s documents', $count, 'orderinvoicer' ),
				$number
			),
			BulkAct::Finalise => sprintf(
				/* translators: %s: number of drafts. */
				_n( 'Make %s draft final', 'Make %s drafts final', $count, 'orderinvoicer' ),
				$number
			),
			BulkAct::Retry    => sprintf(
				/* translators: %s: number of tasks. */
				_n( 'Retry %s task', 'Retry %s tasks', $count, 'orderinvoicer' ),
				$number
			),
		};
	}

	public function left_out( LeftOut $why ): string {
		return match ( $why ) {
			LeftOut::Forbidden   => __( 'You may not edit these orders.', 'orderinvoicer' ),
			LeftOut::Gone        => __( 'These cannot be read, or are in the trash.', 'orderinvoicer' ),
			LeftOut::NoSale      => __( 'These are no sales: their status is failed or cancelled.', 'orderinvoicer' ),
			LeftOut::Made        => __( 'These have this document already.', 'orderinvoicer' ),
			LeftOut::Elsewhere   => __( 'These had it made outside this plugin.', 'orderinvoicer' ),
			LeftOut::UnderWay    => __( 'These are in the works already.', 'orderinvoicer' ),
			LeftOut::NeedsPerson => __( 'These have stopped and need you: retry them instead.', 'orderinvoicer' ),
			LeftOut::ByHand      =>
				__( 'Somebody made these by hand, or wanted none: ask for it on the order itself.', 'orderinvoicer' ),
			LeftOut::PartOfSale  =>
				__( 'Another order of the same sale is invoiced, or nobody has said which.', 'orderinvoicer' ),
			LeftOut::NotWanted   =>
				__( 'Your settings ask for nothing more here, or not yet.', 'orderinvoicer' ),
			LeftOut::NoDraft     => __( 'These have no draft.', 'orderinvoicer' ),
			LeftOut::NotFailed   => __( 'Nothing failed here.', 'orderinvoicer' ),
			LeftOut::OneByOne    =>
				__( 'Look at these one by one, on the order itself: trying again could send an e-mail twice, or pass over a change.', 'orderinvoicer' ),
		};
	}

	/**
	 * How far a run has come.
	 *
	 * @param array<string, int> $states rows by TaskState value; `waits` for those that are not due yet.
	 */
	public function progress( int $total, array $states ): string {
		$done = $states['done'] ?? 0;
		$said = [
			sprintf(
				/* translators: 1: how many are done, 2: of how many. */
				_n( '%1$s of %2$s done', '%1$s of %2$s done', $done, 'orderinvoicer' ),
				number_format_i18n( $done ),
				number_format_i18n( $total )
			),
		];
		$left_out  = $states['skipped'] ?? 0;
		$attention = $states['attention'] ?? 0;
		$waits     = $states['waits'] ?? 0;
		if ( $waits > 0 ) {
			$said[] = sprintf(
				/* translators: %s: number of tasks. */
				_n( '%s waiting for a later try', '%s waiting for a later try', $waits, 'orderinvoicer' ),
				number_format_i18n( $waits )
			);
		}
		if ( $left_out > 0 ) {
			$said[] = sprintf(
				/* translators: %s: number of tasks. */
				_n( '%s left out', '%s left out', $left_out, 'orderinvoicer' ),
				number_format_i18n( $left_out )
			);
		}
		if ( $attention > 0 ) {
			$said[] = sprintf(
				/* translators: %s: number of tasks. */
				_n( '%s needs you', '%s need you', $attention, 'orderinvoicer' ),
				number_format_i18n( $attention )
			);
		}
		return implode( ', ', $said );
	}

	/** @param list<BulkStep> $steps */
	private function worth( array $steps ): string {
		$count = count( $steps );
		$parts = [
			sprintf(
				/* translators: %s: number of documents. */
				_n( '%s document', '%s documents', $count, 'orderinvoicer' ),
				number_format_i18n( $count )
			),
		];
		$totals = BulkPlan::totals( $steps );
		// Several currencies share a symbol.
		$is_clear = array_keys( $totals ) === [ get_option( 'woocommerce_currency' ) ];
		foreach ( $totals as $code => $sum ) {
			$amount  = $this->amount( $sum, Currency::from_code( $code ) );
			$parts[] = sprintf(
				/* translators: %s: amount of money. */
				__( '%s incl. VAT', 'orderinvoicer' ),
				$is_clear ? $amount : "$amount ($code)"
			);
		}
		$unknown = count( array_filter( $steps, static fn ( BulkStep $step ): bool => $step->total === null ) );
		if ( $unknown > 0 ) {
			$parts[] = sprintf(
				/* translators: %s: number of documents. */
				_n( '%s of unknown total', '%s of unknown total', $unknown, 'orderinvoicer' ),
				number_format_i18n( $unknown )
			);
		}
		return implode( ', ', $parts );
	}

	private function amount( string $sum, Currency $currency ): string {
		return $this->amounts->text( Decimal::from_string( $sum )->to_minor( $currency->decimals ), $currency );
	}

	private function tasks( int $count ): string {
		/* translators: %s: number of tasks. */
		return sprintf( _n( '%s task', '%s tasks', $count, 'orderinvoicer' ), number_format_i18n( $count ) );
	}
}
