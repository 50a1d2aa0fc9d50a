<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\V1\Documents;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Content\DocumentDraft;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Sellsy\V1\V1Answer;
use OrderInvoicer\Sellsy\V1\V1Client;
use OrderInvoicer\Sellsy\V1\V1Errors;

/**
 * Delivery notes and proformas: API v2 cannot create them, `Document.*` of v1 can. Ids are the same in both.
 *
 * @assumes v1-steps
 */
final class V1Documents {

	/** The most per page that is documented nowhere to be refused; what v2 gives. */
	private const PAGE = 100;

	/** A customer with more documents than that since a creation was tried is none. */
	private const MAX_PAGES = 50;

	public function __construct(
		private readonly V1Client $client,
		private readonly V1Mapping $mapping,
	) {}

	/**
	 * Two calls, for the first answers an id only. Once it has, nobody may believe that nothing was made.
	 *
	 * @throws RemoteFailure
	 */
	public function create( DocumentDraft $draft ): RemoteDocument {
		$id = $this->client->call( 'Document.create', $this->mapping->params( $draft ) )->id( 'doc_id' );
		try {
			return $this->get( $draft->kind, $id );
		} catch ( RemoteFailure $failure ) {
			throw new RemoteFailure(
				kind: FailureKind::OutcomeUnknown,
				status: $failure->status,
				route: V1Errors::route( 'Document.create' ),
				detail: $failure->detail,
				previous: $failure
			);
		}
	}

	/** @throws RemoteFailure of kind NotFound when it is gone. */
	public function get( DocumentKind $kind, int $id ): RemoteDocument {
		return $this->mapping->document( $kind, $this->one( $kind, $id ) );
	}

	/** @throws RemoteFailure of kind NotFound when it is gone. */
	public function one( DocumentKind $kind, int $id ): V1Answer {
		return $this->client->call(
			'Document.getOne',
			[
				'doctype' => $kind->value,
				'docid'   => $id,
			]
		);
	}

	/**
	 * The customer's documents created since then.
	 *
	 * @return list<RemoteDocument> newest first.
	 * @throws RemoteFailure
	 */
	public function since( DocumentKind $kind, CustomerRef $customer, \DateTimeImmutable $since ): array {
		$documents = [];
		$page      = 0;
		do {
			++$page;
			$answer = $this->list( $kind, [ 'thirds' => [ $customer->id ] ] + self::since_moment( $since ), $page );
			foreach ( $answer->object( 'result' )->each() as $found ) {
				$documents[] = $this->mapping->document( $kind, $found );
			}
			$pages = $answer->object( 'infos' )->int( 'nbpages' );
		} while ( $page < $pages && $page < self::MAX_PAGES );
		if ( $page < $pages ) {
			// What lies behind is not known, and unknown is never none.
			throw RemoteFailure::endless( V1Errors::route( 'Document.getList' ) );
		}
		usort( $documents, static fn( RemoteDocument $one, RemoteDocument $other ): int => $other->id <=> $one->id );
		return $documents;
	}

	/**
	 * A page of what was created since then, for whomever.
	 *
	 * @param int  $page     from 1.
	 * @param bool $is_whole otherwise without what cannot be read.
	 * @return array{documents: list<RemoteDocument>, pages: int} with the number of pages there are.
	 * @throws RemoteFailure
	 */
	public function page_since( DocumentKind $kind, \DateTimeImmutable $since, int $page, bool $is_whole ): array {
		return $this->page( $kind, self::since_moment( $since ), $page, $is_whole );
	}

	/**
	 * A page of what stands at one of these steps, without what cannot be read.
	 *
	 * @param list<string> $steps Sellsy's own words.
	 * @return array{documents: list<RemoteDocument>, pages: int}
	 * @throws RemoteFailure
	 */
	public function page_in_steps( DocumentKind $kind, array $steps, int $page ): array {
		return $this->page( $kind, [ 'steps' => $steps ], $page, false );
	}

	/**
	 * @param array<string, mixed> $search
	 * @return array{documents: list<RemoteDocument>, pages: int}
	 * @throws RemoteFailure
	 */
	private function page( DocumentKind $kind, array $search, int $page, bool $is_whole ): array {
		$answer    = $this->list( $kind, $search, $page );
		$documents = [];
		foreach ( $answer->object( 'result' )->each() as $found ) {
			try {
				$documents[] = $this->mapping->document( $kind, $found );
			} catch ( RemoteFailure $failure ) {
				if ( $is_whole ) {
					throw $failure;
				}
			}
		}
		return [
			'documents' => $documents,
			'pages'     => $answer->object( 'infos' )->int( 'nbpages' ),
		];
	}

	/** @return array<string, int> */
	private static function since_moment( \DateTimeImmutable $since ): array {
		return [ 'periodecreationDate_start' => $since->getTimestamp() ];
	}

	/** @param array<string, mixed> $search */
	private function list( DocumentKind $kind, array $search, int $page ): V1Answer {
		return $this->client->call(
			'Document.getList',
			[
				'doctype'    => $kind->value,
				'search'     => $search,
				'pagination' => [
					'nbperpage' => self::PAGE,
					'pagenum'   => $page,
				],
			]
		);
	}
}
