<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Drafts;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Content\DocumentDraft;
use OrderInvoicer\Domain\Customers\Parties;
use OrderInvoicer\Domain\Customers\ProveBuyer;
use OrderInvoicer\Domain\Customers\ResolveCustomer;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\RecentAnswers;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\LeaseLost;
use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Failures\RetryLater;
use OrderInvoicer\Domain\Ledger\Intent;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Order\OrderFingerprint;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\OrderBook\BillableOrder;
use OrderInvoicer\Domain\Settings\Settings;

/**
 * Makes one document. Where buyer, contact and addresses are remembered, Sellsy is not asked about them first: the
 * document is made for them, and Sellsy's answer proves them. So it is with its amounts, where Sellsy has agreed about
 * such documents often enough (`Agreements`). Until then the row says neither what the document bills nor under which
 * name it was sent. A runner that finds the row like that makes the document anew, as the order says it.
 */
final class DocumentMaker {

	public function __construct(
		private readonly ResolveCustomer $customer,
		private readonly DocumentDrafter $drafts,
		private readonly DocumentWriter $document_writer,
		private readonly ProveBuyer $prove_buyer,
		private readonly CheckDocument $check,
		private readonly BillableOrder $billable,
		private readonly RecentAnswers $answers,
	) {}

	/**
	 * @param OrderSnapshot $billed what of the order the document charges.
	 * @return array{RemoteDocument, Problem|null, Intent|null} what stands, why that is not what it must be, and what
	 *         it was proven to bill, where the row does not say so yet.
	 * @throws NeedsAttention
	 * @throws RetryLater
	 * @throws LeaseLost
	 * @throws RemoteFailure
	 */
	public function make(
		Task $task,
		DocumentKind $kind,
		OrderSnapshot $order,
		OrderSnapshot $billed,
		Settings $settings,
	): array {
		$hash = OrderFingerprint::from_order( $billed )->text();
		$this->document_writer->expect( $kind, $this->drafts->expect( $task, $billed, $settings ) );
		$assumed = $this->assumed( $kind, $billed );
		$draft   = null;
		try {
			$draft = $this->drafts->draft( $task, $kind, $order, $billed, $settings, $assumed, is_compared: true );
			if ( ! $this->may_have_its_parent( $draft, $billed, $assumed ) ) {
				$assumed = null;
				$draft   = $this->drafts->draft( $task, $kind, $order, $billed, $settings, is_compared: true );
			}
			$is_known = $draft->is_computed && ! self::is_to_prove( $assumed );
			$made     = $this->document_writer->create( $task, $draft, $is_known ? $hash : '' );
		} catch ( RemoteFailure $refused ) {
			$found = $this->others( $refused, $billed, $settings, $assumed, $draft?->is_computed !== false );
			$draft = $this->drafts->draft( $task, $kind, $order, $billed, $settings, $found );
			$made  = $this->document_writer->create( $task, $draft, $hash );
			$this->check->agrees( $draft, $made->amounts );
			return [ $made, $this->billable->problem_of_made( $draft, $made->amounts ), null ];
		}
		return $this->proven( $task, $kind, $order, $billed, $settings, $assumed, $draft, $made );
	}

	/**
	 * One that an earlier try left at Sellsy: unless that try got as far as to prove it, it is made anew.
	 *
	 * @return array{RemoteDocument, Problem|null} as `make()`.
	 * @throws NeedsAttention
	 * @throws RetryLater
	 * @throws LeaseLost
	 * @throws RemoteFailure
	 */
	public function taken_up(
		Task $task,
		DocumentKind $kind,
		OrderSnapshot $order,
		OrderSnapshot $billed,
		Settings $settings,
		RemoteDocument $found,
	): array {
		if ( $task->intent->snapshot_hash !== '' ) {
			return [ $found, null ];
		}
		if ( $found->is_draft() && ! $kind->needs_v1() ) {
			return $this->corrected( $task, $kind, $order, $billed, $settings, $found );
		}
		// Too late: its amounts are compared, and later edits told.
		$this->document_writer->still_says( $task, OrderFingerprint::from_order( $billed )->text() );
		return [ $found, null ];
	}

	/**
	 * What v1 alone writes can be changed no more, and its answer proves nothing: only whom another document of the
	 * order has just proven, and then by name.
	 */
	private function assumed( DocumentKind $kind, OrderSnapshot $billed ): ?Parties {
		$assumed = $this->customer->assumed( $billed );
		if ( $assumed === null || ! $kind->needs_v1() ) {
			return $assumed;
		}
		$told = $this->answers->latest()?->parties;
		$name = $told?->customer === null
			? null
			: $this->prove_buyer->parties( $billed, $told, $assumed )?->customer?->name;
		return $name === null || $name === '' ? null : $assumed->named( $name );
	}

	/**
	 * Sellsy never removes a parent. If the buyer turned out to be another one after the request, the document would
	 * keep the parent of somebody else.
	 */
	private function may_have_its_parent( DocumentDraft $draft, OrderSnapshot $billed, ?Parties $assumed ): bool {
		return $draft->parent === null || $assumed === null || $assumed->name !== ''
			|| $this->prove_buyer->customer(
				$billed,
				$this->answers->customer( $assumed->customer ),
				$assumed
			) !== null;
	}

	private static function is_to_prove( ?Parties $assumed ): bool {
		return $assumed !== null && $assumed->name === '';
	}

	/**
	 * Sellsy may have refused it because the customer, a contact or an address is gone, or the customer was a prospect.
	 * Where they are the same as before, it was something else: an item, or decimals, of which asking for the amounts
	 * tells more.
	 *
	 * @param bool $was_computed the amounts were asked for.
	 */
	private function others(
		RemoteFailure $refused,
		OrderSnapshot $billed,
		Settings $settings,
		?Parties $assumed,
		bool $was_computed,
	): ?Parties {
		if (
			! in_array( $refused->kind, [ FailureKind::Rejected, FailureKind::NotFound ], true )
			|| ( $assumed === null && $was_computed )
		) {
			throw $refused;
		}
		if ( $assumed === null ) {
			return null;
		}
		$found = $this->customer->resolve( $billed, $settings->shop_code );
		return $found->ids() === $assumed->ids() && ! $found->was_prospect && $was_computed ? throw $refused : $found;
	}

	/** @return array{RemoteDocument, Problem|null, Intent|null} */
	private function proven(
		Task $task,
		DocumentKind $kind,
		OrderSnapshot $order,
		OrderSnapshot $billed,
		Settings $settings,
		?Parties $assumed,
		DocumentDraft $draft,
		RemoteDocument $made,
	): array {
		$agrees = $this->check->agrees( $draft, $made->amounts ) || $draft->is_computed || ! $made->is_draft();
		$name   = $draft->customer_name;
		if ( $assumed !== null && self::is_to_prove( $assumed ) ) {
			$are = $this->prove_buyer->parties( $billed, $made->parties, $assumed );
			if ( $are === null && $made->is_draft() ) {
				return [ ...$this->corrected( $task, $kind, $order, $billed, $settings, $made ), null ];
			}
			$are === null ? $this->answers->forget() : $this->answers->tell( $made->with_parties( $are ) );
			$name = $are->customer->name ?? '';
		}
		if ( ! $agrees ) {
			return [ ...$this->corrected( $task, $kind, $order, $billed, $settings, $made ), null ];
		}
		$hash   = OrderFingerprint::from_order( $billed )->text();
		$proven = $draft->is_computed && ! self::is_to_prove( $assumed )
			? null
			: $this->document_writer->was_sent_for( $task, $draft, $name, $hash );
		return [ $made, $this->billable->problem_of_made( $draft, $made->amounts ), $proven ];
	}

	/**
	 * The draft for whom the order names, with the amounts that it charges. Where Sellsy finds others whatever is
	 * written, or refuses the change, the draft stands: no call deletes one, and a person is asked to.
	 *
	 * @return array{RemoteDocument, Problem|null}
	 */
	private function corrected(
		Task $task,
		DocumentKind $kind,
		OrderSnapshot $order,
		OrderSnapshot $billed,
		Settings $settings,
		RemoteDocument $made
	): array {
		$named = $this->document_writer->name( $task, $made );
		try {
			$draft   = $this->drafts->draft( $named, $kind, $order, $billed, $settings );
			$updated = $this->document_writer->update(
				$named,
				$draft,
				OrderFingerprint::from_order( $billed )->text()
			);
		} catch ( NeedsAttention $stop ) {
			if ( ! DraftUpdater::is_about_amounts( $stop ) ) {
				throw $stop;
			}
			return [ $made, DraftUpdater::never_right( $made, $billed ) ];
		} catch ( RemoteFailure $refused ) {
			if ( $refused->kind !== FailureKind::Rejected || $made->amounts->incl_tax->equals( $billed->total ) ) {
				throw $refused;
			}
			return [ $made, DraftUpdater::never_right( $made, $billed ) ];
		}
		return [ $updated, $this->billable->problem_of_made( $draft, $updated->amounts ) ];
	}
}
