<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\NewestDocuments;
use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Buyers\CustomerType;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\DocumentsSince;
use OrderInvoicer\Domain\Documents\ListedDocument;
use OrderInvoicer\Domain\Documents\ListedPage;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Seen\DocumentsToLink;
use OrderInvoicer\Sellsy\Client\Answer;
use OrderInvoicer\Sellsy\Mapping\DocumentMapping;
use OrderInvoicer\Sellsy\Resources\Documents;
use OrderInvoicer\Sellsy\V1\Documents\V1Documents;

/**
 * A kind's search: Sellsy documents no filter by reference and none by modification, but one by status, one by whom it
 * is for, and of invoices and estimates one by number.
 *
 * @assumes drafts-by-status
 * @assumes newest-first
 * @assumes number-is-whole
 * @assumes v1-list
 */
final class SellsyNewestDocuments implements NewestDocuments, DocumentsSince, DocumentsToLink {

	/** A thousand documents a day. */
	private const MAX_PAGES = 10;

	public function __construct(
		private readonly Documents $documents,
		private readonly DocumentMapping $mapping,
		private readonly V1Documents $v1,
		private readonly ListSince $list,
	) {}

	public function newest( DocumentKind $kind, int $before ): array {
		$pages     = 0;
		$is_enough = function ( Answer $oldest ) use ( $kind, $before, &$pages ): bool {
			++$pages;
			$is_reached = $before === 0 || $oldest->id() <= $before;
			return $pages === self::MAX_PAGES || ( $is_reached && $this->list->begins_with_the_newest( $kind ) );
		};
		$listed    = array_map(
			fn ( Answer $answer ): ListedDocument => $this->listed( $kind, $answer ),
			$this->documents->search( $kind, [], $is_enough )
		);
		usort( $listed, static fn ( ListedDocument $one, ListedDocument $other ): int => $other->id <=> $one->id );
		return $listed;
	}

	/** Invoices and estimates are filtered; the others come newest first, until they are older (`ListSince`). */
	public function page( DocumentKind $kind, \DateTimeImmutable $since, string $position ): ListedPage {
		if ( $kind->needs_v1() ) {
			return $this->since_of_v1( $kind, $since, $position, true );
		}
		[ $found, $next ] = $this->answers( $kind, $since, $position );
		return new ListedPage(
			array_map( fn ( Answer $one ): ListedDocument => $this->listed( $kind, $one ), $found ),
			$next
		);
	}

	public function readable( DocumentKind $kind, \DateTimeImmutable $since, string $position ): ListedPage {
		if ( $kind->needs_v1() ) {
			return $this->since_of_v1( $kind, $since, $position, false );
		}
		[ $found, $next ] = $this->answers( $kind, $since, $position );
		return new ListedPage( $this->all_readable( $kind, $found ), $next );
	}

	public function last( DocumentKind $kind, \DateTimeImmutable $since ): array {
		$documents = [];
		$position  = '';
		do {
			$page      = $this->readable( $kind, $since, $position );
			$documents = [ ...$documents, ...$page->documents ];
			$position  = $page->next;
		} while ( $position !== '' && ! $this->list->begins_with_the_newest( $kind ) );
		return $documents;
	}

	public function drafts( DocumentKind $kind, string $position ): ListedPage {
		return $this->in_status( $kind, [ 'draft' ], $position );
	}

	public function in_status( DocumentKind $kind, array $statuses, string $position ): ListedPage {
		if ( $kind->needs_v1() ) {
			$page = max( 1, (int) $position );
			return self::page_of_v1( $kind, $this->v1->page_in_steps( $kind, $statuses, $page ), $page );
		}
		$answer = $this->documents->page_in_status( $kind, $statuses, $position );
		$found  = $answer->list( 'data' );
		return new ListedPage( $this->all_readable( $kind, $found ), $found === [] ? '' : $answer->next_offset() );
	}

	public function finds_by_number( DocumentKind $kind ): bool {
		return $this->documents->finds_by_number( $kind );
	}

	public function numbered( DocumentKind $kind, string $number ): array {
		return $this->known( $kind, $this->documents->numbered( $kind, $number ) );
	}

	public function of_customer( DocumentKind $kind, CustomerRef $customer, \DateTimeImmutable $since ): array {
		return $kind->needs_v1()
			? $this->v1->since( $kind, $customer, $since )
			: $this->known( $kind, $this->documents->newest_of( $kind, $customer->type->value, $customer->id ) );
	}

	/** @return list<RemoteDocument> */
	private function known( DocumentKind $kind, Answer $page ): array {
		return array_values(
			array_filter( array_column( $this->all_readable( $kind, $page->list( 'data' ) ), 'document' ) )
		);
	}

	/**
	 * @return array{list<Answer>, string} what a page lists, and the position of the next one.
	 * @throws RemoteFailure
	 */
	private function answers( DocumentKind $kind, \DateTimeImmutable $since, string $position ): array {
		$answer = $this->documents->page( $kind, $this->list->filters( $kind, $since ), $position );
		$found  = $answer->list( 'data' );
		$is_end = $found === [] || $this->list->is_end( $found[ array_key_last( $found ) ], $since );
		return [ $found, $is_end ? '' : $answer->next_offset() ];
	}

	/**
	 * One that cannot be read, perhaps not even ours, is no reason to read none: it is missing then.
	 *
	 * @param list<Answer> $found
	 * @return list<ListedDocument>
	 */
	private function all_readable( DocumentKind $kind, array $found ): array {
		$listed = [];
		foreach ( $found as $one ) {
			try {
				$listed[] = $this->listed( $kind, $one );
			} catch ( RemoteFailure ) {
				continue;
			}
		}
		return $listed;
	}

	/** @throws RemoteFailure */
	private function since_of_v1(
		DocumentKind $kind,
		\DateTimeImmutable $since,
		string $position,
		bool $is_whole,
	): ListedPage {
		$page = max( 1, (int) $position );
		return self::page_of_v1( $kind, $this->v1->page_since( $kind, $since, $page, $is_whole ), $page );
	}

	/**
	 * Its list does not say for whom in a way that fits the ids of v2.
	 *
	 * @param array{documents: list<RemoteDocument>, pages: int} $answer
	 */
	private static function page_of_v1( DocumentKind $kind, array $answer, int $page ): ListedPage {
		$documents = array_map(
			static fn ( RemoteDocument $one ): ListedDocument => new ListedDocument(
				kind: $kind,
				id: $one->id,
				number: $one->number,
				key: $one->key,
				customer: null,
				document: $one
			),
			$answer['documents']
		);
		return new ListedPage( $documents, $page < $answer['pages'] ? (string) ( $page + 1 ) : '' );
	}

	private function listed( DocumentKind $kind, Answer $answer ): ListedDocument {
		$document = $this->mapping->document( $kind, $answer );
		return new ListedDocument(
			kind: $kind,
			id: $document->id,
			number: $document->number,
			key: $document->key,
			customer: $this->customer( $answer ),
			document: $document,
			subject_key: $document->subject_key
		);
	}

	/** Contacts stand among the related too. */
	private function customer( Answer $answer ): ?CustomerRef {
		foreach ( $answer->has( 'related' ) ? $answer->list( 'related' ) : [] as $related ) {
			$type = CustomerType::tryFrom( $related->string( 'type' ) );
			if ( $type !== null ) {
				return new CustomerRef( $type, $related->id() );
			}
		}
		return null;
	}
}
