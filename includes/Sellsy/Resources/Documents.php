<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Resources;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Sellsy\Client\Answer;
use OrderInvoicer\Sellsy\Client\ApiRequest;
use OrderInvoicer\Sellsy\Client\SellsyClient;

/** `/estimates`, `/orders`, `/invoices` and `/credit-notes`: the same calls under four names. */
final class Documents {

	private const FILTERED_BY_NUMBER = [ DocumentKind::Invoice, DocumentKind::Estimate ];

	public function __construct( private readonly SellsyClient $client ) {}

	/** @param array<string, mixed> $body */
	public function compute( DocumentKind $kind, array $body ): Answer {
		return $this->client->send( ApiRequest::post( self::path( $kind, '/compute' ), $body ) );
	}

	/**
	 * @param array<string, mixed> $body
	 * @param list<string>         $embed objects that the answer is to hold; likewise below.
	 */
	public function create( DocumentKind $kind, array $body, array $embed = [] ): Answer {
		return $this->client->send( ApiRequest::post( self::path( $kind ), $body, [], self::embedding( $embed ) ) );
	}

	/**
	 * @param array<string, mixed> $body
	 * @param list<string>         $embed
	 */
	public function update( DocumentKind $kind, int $id, array $body, array $embed = [] ): Answer {
		return $this->client->send(
			ApiRequest::put( self::path( $kind, '/{id}' ), $body, [ 'id' => $id ], self::embedding( $embed ) )
		);
	}

	/** @param list<string> $embed */
	public function get( DocumentKind $kind, int $id, array $embed = [] ): Answer {
		return $this->client->send(
			ApiRequest::get( self::path( $kind, '/{id}' ), [ 'id' => $id ], self::embedding( $embed ) )
		);
	}

	/**
	 * Newest first. Lists come without rows.
	 *
	 * @param array<string, mixed>   $filters
	 * @param \Closure(Answer): bool $is_enough asked of the last one of each page: whether nothing older is wanted.
	 * @return list<Answer>
	 */
	public function search( DocumentKind $kind, array $filters, \Closure $is_enough ): array {
		return $this->client->all(
			ApiRequest::search( self::path( $kind, '/search' ), $filters, ApiRequest::NEWEST_FIRST ),
			$is_enough
		);
	}

	/**
	 * A page of what is in one of these states, newest first. Each of these searches declares `status`.
	 *
	 * @param list<string> $statuses
	 * @param string       $offset the cursor of the page; empty for the first.
	 */
	public function page_in_status( DocumentKind $kind, array $statuses, string $offset ): Answer {
		return $this->page( $kind, [ 'status' => $statuses ], $offset );
	}

	/** Only the searches of invoices and estimates declare `number`. */
	public function finds_by_number( DocumentKind $kind ): bool {
		return in_array( $kind, self::FILTERED_BY_NUMBER, true );
	}

	/** Those of this number. */
	public function numbered( DocumentKind $kind, string $number ): Answer {
		return $this->page( $kind, [ 'number' => $number ], '' );
	}

	/** The newest that are for this customer. Each of these searches declares `related_objects`. */
	public function newest_of( DocumentKind $kind, string $type, int $id ): Answer {
		return $this->page( $kind, ApiRequest::related( $type, $id ), '' );
	}

	/**
	 * A page, newest first.
	 *
	 * @param array<string, mixed> $filters
	 * @param string               $offset  the cursor of the page; empty for the first.
	 */
	public function page( DocumentKind $kind, array $filters, string $offset ): Answer {
		return $this->client->send( ApiRequest::newest( self::path( $kind, '/search' ), $filters, $offset ) );
	}

	/**
	 * Invoices and credit notes only.
	 *
	 * @param string $date `Y-m-d`.
	 */
	public function validate( DocumentKind $kind, int $id, string $date ): Answer {
		return $this->client->send(
			ApiRequest::post( self::path( $kind, '/{id}/validate' ), [ 'date' => $date ], [ 'id' => $id ] )
		);
	}

	/** Only estimates have a status that v2 can set. */
	public function set_estimate_status( int $id, string $status ): void {
		$this->client->send( ApiRequest::put( '/estimates/{id}/status', [ 'status' => $status ], [ 'id' => $id ] ) );
	}

	/**
	 * @param list<string> $embed
	 * @return array<string, list<string>>
	 */
	private static function embedding( array $embed ): array {
		return $embed === [] ? [] : [ 'embed' => $embed ];
	}

	public static function path( DocumentKind $kind, string $below = '' ): string {
		return match ( $kind ) {
			DocumentKind::Estimate   => '/estimates',
			DocumentKind::Order      => '/orders',
			DocumentKind::Invoice    => '/invoices',
			DocumentKind::CreditNote => '/credit-notes',
			DocumentKind::Delivery, DocumentKind::Proforma => throw new \LogicException( 'Only API v1 writes these.' ),
		} . $below;
	}
}
