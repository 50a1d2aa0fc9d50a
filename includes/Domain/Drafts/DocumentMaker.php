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
use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Failures\RetryLater;
use OrderInvoicer\Domain\Failures\LeaseLost;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Order\OrderFingerprint;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Settings\Settings;

/**
 * Makes one document. Where buyer, contact and addresses are remembered, Sellsy is not asked about them first: the
 * document is made for them, and Sellsy's answer proves them. Until then the row says neither what the document bills
 * nor under which name it was sent. A runner that finds the row like that makes the document anew for the buyer that
 * the order names.
 */
final class DocumentMaker {

	public function __construct(
		private readonly ResolveCustomer $customer,
		private readonly DocumentDrafter $drafts,
		private readonly DocumentWriter $once,
		private readonly ProveBuyer $proof,
		private readonly RecentAnswers $answers,
	) {}

	/**
	 * @param OrderSnapshot $billed what of the order the document charges.
	 * @return array{DocumentDraft, RemoteDocument} what was sent and what stands.
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
		$hash    = OrderFingerprint::from_order( $billed )->text();
		$assumed = $this->assumed( $kind, $billed );
		try {
			$draft = $this->drafts->draft( $task, $kind, $order, $billed, $settings, $assumed );
			if ( ! $this->may_have_its_parent( $draft, $billed, $assumed ) ) {
				$assumed = null;
				$draft   = $this->drafts->draft( $task, $kind, $order, $billed, $settings );
			}
			$made = $this->once->create( $task, $draft, $assumed === null || $assumed->name !== '' ? $hash : '' );
		} catch ( RemoteFailure $refused ) {
			$found = $assumed === null ? throw $refused : $this->others( $refused, $billed, $settings, $assumed );
			$draft = $this->drafts->draft( $task, $kind, $order, $billed, $settings, $found );
			return [ $draft, $this->once->create( $task, $draft, $hash ) ];
		}
		return $assumed === null || $assumed->name !== ''
			? [ $draft, $made ]
			: $this->proven( $task, $kind, $order, $billed, $settings, $assumed, $draft, $made );
	}

	/**
	 * One that an earlier try left at Sellsy: unless that try got as far as to prove it, it is made anew.
	 *
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
	): RemoteDocument {
		if ( $task->intent->snapshot_hash !== '' ) {
			return $found;
		}
		if ( $found->is_draft() && ! $kind->needs_v1() ) {
			return $this->corrected( $task, $kind, $order, $billed, $settings, $found )[1];
		}
		// Too late: its amounts are compared, and later edits told.
		$this->once->still_says( $task, OrderFingerprint::from_order( $billed )->text() );
		return $found;
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
		$name = $told?->customer === null ? null : $this->proof->parties( $billed, $told, $assumed )?->customer?->name;
		return $name === null || $name === '' ? null : $assumed->named( $name );
	}

	/**
	 * Sellsy never removes a parent. If the buyer turned out to be another one after the request, the document would
	 * keep the parent of somebody else.
	 */
	private function may_have_its_parent( DocumentDraft $draft, OrderSnapshot $billed, ?Parties $assumed ): bool {
		return $draft->parent === null || $assumed === null || $assumed->name !== ''
			|| $this->proof->customer( $billed, $this->answers->customer( $assumed->customer ), $assumed ) !== null;
	}

	/**
	 * Sellsy may have refused it because the customer, a contact or an address is gone, or the customer was a prospect.
	 * Where they are the same as before, it was something else.
	 */
	private function others(
		RemoteFailure $refused,
		OrderSnapshot $billed,
		Settings $settings,
		Parties $assumed,
	): Parties {
		if ( ! in_array( $refused->kind, [ FailureKind::Rejected, FailureKind::NotFound ], true ) ) {
			throw $refused;
		}
		$found = $this->customer->resolve( $billed, $settings->shop_code );
		return $found->ids() === $assumed->ids() && ! $found->was_prospect ? throw $refused : $found;
	}

	/** @return array{DocumentDraft, RemoteDocument} */
	private function proven(
		Task $task,
		DocumentKind $kind,
		OrderSnapshot $order,
		OrderSnapshot $billed,
		Settings $settings,
		Parties $assumed,
		DocumentDraft $draft,
		RemoteDocument $made,
	): array {
		$hash = OrderFingerprint::from_order( $billed )->text();
		$are  = $this->proof->parties( $billed, $made->parties, $assumed );
		if ( $are !== null || ! $made->is_draft() ) {
			$this->once->was_sent_for( $task, $draft, $are->customer->name ?? '', $hash );
			$are === null ? $this->answers->forget() : $this->answers->tell( $made->with_parties( $are ) );
			return [ $draft, $made ];
		}
		return $this->corrected( $task, $kind, $order, $billed, $settings, $made );
	}

	/** @return array{DocumentDraft, RemoteDocument} the draft for whom the order names. */
	private function corrected(
		Task $task,
		DocumentKind $kind,
		OrderSnapshot $order,
		OrderSnapshot $billed,
		Settings $settings,
		RemoteDocument $made
	): array {
		$named = $this->once->name( $task, $made );
		$draft = $this->drafts->draft( $named, $kind, $order, $billed, $settings );
		return [ $draft, $this->once->update( $named, $draft, OrderFingerprint::from_order( $billed )->text() ) ];
	}
}
