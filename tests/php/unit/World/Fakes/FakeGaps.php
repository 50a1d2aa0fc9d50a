<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\World\Fakes;

use OrderInvoicer\Domain\Account\OwnDocuments;
use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Buyers\CustomerType;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\DocumentsSince;
use OrderInvoicer\Domain\Documents\ListedDocument;
use OrderInvoicer\Domain\Documents\ListedPage;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Drafts\LostDocumentFinder;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskFilter;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\RemoteIds\RemoteIdStore;
use OrderInvoicer\Tests\Unit\World\Sellsy;
use OrderInvoicer\WordPress\Tables\DatabaseRefused;

/**
 * When the shop was awake, the list of what Sellsy got since, and which of it the ledger knows. Its calls are counted
 * apart.
 */
final class FakeGaps implements DocumentsSince, OwnDocuments {

	/** Documents on a page. */
	public int $page = 100;

	/** @var list<string> kinds and positions that were asked for. */
	public array $asked = [];

	/** @var list<int> ids of documents that cannot be read in a list. */
	public array $unreadable = [];

	/** The database refuses the next question about strangers. */
	public bool $refuses_once = false;

	/** How the next pages fail. @var list<FailureKind> */
	public array $fails = [];

	/** What another process does while the next pages are read. @var list<\Closure(): void> */
	public array $meanwhile = [];

	/** @var list<string> positions in lists of drafts that were asked for. */
	public array $drafts_asked = [];

	/** How the next pages of drafts fail; null: one that does not. @var list<FailureKind|null> */
	public array $drafts_fail = [];

	/** What happens after Sellsy has made up a page of drafts, before anybody reads it. */
	public ?\Closure $after_drafts = null;

	public function __construct(
		private readonly Sellsy $sellsy,
		private readonly Ledger $ledger,
		private readonly FakeClashes $clashes,
		private readonly RemoteIdStore $links,
	) {}

	public function page( DocumentKind $kind, \DateTimeImmutable $since, string $position ): ListedPage {
		return $this->listed( $kind, $since, $position, true );
	}

	public function readable( DocumentKind $kind, \DateTimeImmutable $since, string $position ): ListedPage {
		return $this->listed( $kind, $since, $position, false );
	}

	public function last( DocumentKind $kind, \DateTimeImmutable $since ): array {
		return $this->readable( $kind, $since, '' )->documents;
	}

	private function listed(
		DocumentKind $kind,
		\DateTimeImmutable $since,
		string $position,
		bool $is_whole,
	): ListedPage {
		$this->asked[] = trim( "$kind->value $position" );
		$failure       = array_shift( $this->fails );
		$meanwhile     = array_shift( $this->meanwhile );
		if ( $meanwhile !== null ) {
			$meanwhile();
		}
		if ( $failure !== null ) {
			throw new RemoteFailure( $failure, 0, "POST /$kind->value/search" );
		}
		if ( $is_whole && array_intersect( $this->unreadable, array_keys( $this->sellsy->documents ) ) !== [] ) {
			throw new RemoteFailure( FailureKind::OutcomeUnknown, 200, "POST /$kind->value/search" );
		}
		$newer = array_filter(
			array_reverse( $this->sellsy->documents ),
			fn ( RemoteDocument $document ): bool =>
				$document->kind === $kind
				&& ! in_array( $document->id, $this->unreadable, true )
				&& new \DateTimeImmutable( $document->created ) >= $since
		);
		$from   = (int) $position;
		$listed = array_map(
			fn ( RemoteDocument $document ): ListedDocument => new ListedDocument(
				kind: $kind,
				id: $document->id,
				number: $document->number,
				key: $document->key,
				customer: $this->customer( $document ),
				document: $this->sellsy->shown( $document ),
				subject_key: $document->subject_key
			),
			array_values( $newer )
		);
		return new ListedPage(
			array_slice( $listed, $from, $this->page ),
			$from + $this->page < count( $listed ) ? (string) ( $from + $this->page ) : ''
		);
	}

	public function drafts( DocumentKind $kind, string $position ): ListedPage {
		$this->drafts_asked[] = trim( "$kind->value $position" );
		$failure              = array_shift( $this->drafts_fail );
		if ( $failure !== null ) {
			throw new RemoteFailure( $failure, 0, "POST /$kind->value/search" );
		}
		$below  = $position === '' ? PHP_INT_MAX : (int) $position;
		$drafts = array_filter(
			$this->sellsy->documents,
			static fn ( RemoteDocument $one ): bool => $one->kind === $kind && $one->is_draft() && $one->id < $below
		);
		krsort( $drafts );
		$shown = array_slice( $drafts, 0, $this->page, true );
		$list  = static fn ( RemoteDocument $one ): ListedDocument => new ListedDocument(
			kind: $kind,
			id: $one->id,
			number: $one->number,
			key: $one->key,
			customer: null,
			document: $one,
			subject_key: $one->subject_key
		);
		$page  = new ListedPage(
			array_map( $list, array_values( $shown ) ),
			count( $drafts ) > count( $shown ) ? (string) array_key_last( $shown ) : ''
		);
		if ( $this->after_drafts !== null ) {
			( $this->after_drafts )();
		}
		return $page;
	}

	public function in_status( DocumentKind $kind, array $statuses, string $position ): ListedPage {
		$words         = implode( ',', $statuses );
		$this->asked[] = trim( "$kind->value $words $position" );
		$failure       = array_shift( $this->fails );
		if ( $failure !== null ) {
			throw new RemoteFailure( $failure, 0, "POST /$kind->value/search" );
		}
		$found = array_filter(
			$this->sellsy->documents,
			static fn ( RemoteDocument $one ): bool =>
				$one->kind === $kind && in_array( $one->status, $statuses, true )
		);
		krsort( $found );
		$from = (int) $position;
		$list = fn ( RemoteDocument $one ): ListedDocument => new ListedDocument(
			kind: $kind,
			id: $one->id,
			number: $one->number,
			key: $one->key,
			customer: null,
			document: $this->sellsy->shown( $one ),
		);
		return new ListedPage(
			array_map( $list, array_values( array_slice( $found, $from, $this->page ) ) ),
			$from + $this->page < count( $found ) ? (string) ( $from + $this->page ) : ''
		);
	}

	public function unknown_among( array $documents ): array {
		return array_values(
			array_filter(
				$documents,
				fn ( ListedDocument $document ): bool =>
					$this->ledger->order_of( $document->kind, $document->id ) === null
			)
		);
	}

	public function awaited_among( array $documents ): array {
		$awaits = static fn ( Task $task, ListedDocument $document ): bool =>
			$task->key->effect === Effect::create( $document->kind )
				&& $task->intent->key === $document->key
				&& $task->sent_at !== null
				&& $task->remote_id === 0
				&& $task->state !== TaskState::Skipped;
		$rows   = $this->ledger->page( new TaskFilter(), 1000, 0 );
		return array_values(
			array_filter(
				$documents,
				static fn ( ListedDocument $document ): bool =>
					array_filter( $rows, static fn ( Task $task ): bool => $awaits( $task, $document ) ) !== []
			)
		);
	}

	public function strangers_among( array $documents ): array {
		if ( $this->refuses_once ) {
			$this->refuses_once = false;
			throw new DatabaseRefused();
		}
		$rows = $this->ledger->page( new TaskFilter(), 1000, 0 );
		return array_values(
			array_filter(
				$this->unknown_among( $this->clashes->strangers_among( $documents ) ),
				fn ( ListedDocument $document ): bool => array_filter(
					$rows,
					fn ( Task $task ): bool => $task->intent->key === $document->key
						&& ( $document->customer === null || $this->was_sent_for( $task, $document->customer ) )
				) === []
			)
		);
	}

	private function was_sent_for( Task $task, CustomerRef $customer ): bool {
		$sent_for = $this->links->find( $this->sellsy->account, LostDocumentFinder::KIND, (string) $task->id );
		return $sent_for !== null
			&& [ $sent_for['type'], $sent_for['id'] ] === [ $customer->type->value, $customer->id ];
	}

	/** API v1's list does not say for whom. */
	private function customer( RemoteDocument $document ): ?CustomerRef {
		$billed = $this->sellsy->billed[ $document->id ] ?? '';
		$type   = CustomerType::tryFrom( rtrim( $billed, '0..9' ) );
		return $type === null || $document->kind->needs_v1()
			? null
			: new CustomerRef( $type, (int) substr( $billed, strlen( $type->value ) ) );
	}
}
