<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Resources;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Assumptions\AccountFindings;
use OrderInvoicer\Domain\Assumptions\Assumption;
use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Buyers\CustomerType;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Sellsy\Client\Answer;
use OrderInvoicer\Sellsy\Client\ApiRequest;
use OrderInvoicer\Sellsy\Client\SellsyClient;

/**
 * `/payments`, made at a company or an individual. Where the account was seen not to list the newest first, those of a
 * customer are read to their end.
 *
 * @assumes newest-payments
 */
final class CustomerPayments {

	/** Pages until a payment that is looked for is given up. */
	private const MOST = 50;

	/** Pages of what stands with a customer: what is older is known by its document alone. */
	private const NEWEST = 3;

	public function __construct(
		private readonly SellsyClient $client,
		private readonly AccountFindings $findings,
	) {}

	/** @param array<string, mixed> $body */
	public function create( CustomerRef $customer, array $body ): Answer {
		$path = $customer->type === CustomerType::Company ? '/companies/{id}/payments' : '/individuals/{id}/payments';
		return $this->client->send( ApiRequest::post( $path, $body, [ 'id' => $customer->id ] ) );
	}

	public function get( int $id ): Answer {
		return $this->client->send( ApiRequest::get( '/payments/{id}', [ 'id' => $id ] ) );
	}

	/** One that is set against no document. */
	public function delete( int $id ): void {
		$this->client->send( ApiRequest::delete( '/payments/{id}', [ 'id' => $id ] ) );
	}

	/**
	 * A page of everybody's, newest first.
	 *
	 * @param string $offset the cursor of the page; empty for the first.
	 */
	public function page_of_all( string $offset ): Answer {
		return $this->client->send( ApiRequest::newest( '/payments/search', [], $offset ) );
	}

	/**
	 * The customer's, newest first.
	 *
	 * @param \Closure(list<Answer>): bool $is_found  whether the page holds what is looked for.
	 * @param \Closure(list<Answer>): bool $is_enough whether nothing is to be found behind the last page that is read.
	 * @return list<Answer>
	 * @throws RemoteFailure where thousands were read, and it was not enough.
	 */
	public function until( CustomerRef $customer, \Closure $is_found, \Closure $is_enough ): array {
		$found = [];
		$last  = [];
		foreach ( $this->pages( $customer, self::MOST ) as [ $page, $is_last ] ) {
			array_push( $found, ...$page );
			if ( $is_last || $is_found( $page ) ) {
				return $found;
			}
			$last = $page;
		}
		if ( $this->begin_with_the_newest() && $is_enough( $last ) ) {
			return $found;
		}
		// What lies behind is not known, and unknown is never none.
		throw RemoteFailure::endless( 'POST /payments/search' );
	}

	/**
	 * The customer's newest.
	 *
	 * @return array{list<Answer>, bool} whether these are all.
	 * @throws RemoteFailure
	 */
	public function newest( CustomerRef $customer ): array {
		$found  = [];
		$is_all = true;
		$most   = $this->begin_with_the_newest() ? self::NEWEST : self::MOST;
		foreach ( $this->pages( $customer, $most ) as [ $page, $is_last ] ) {
			array_push( $found, ...$page );
			$is_all = $is_last;
		}
		return [ $found, $is_all ];
	}

	/**
	 * @return iterable<array{list<Answer>, bool}> each page, and whether it is the last.
	 * @throws RemoteFailure
	 */
	private function pages( CustomerRef $customer, int $most ): iterable {
		$filters = ApiRequest::related( $customer->type->value, $customer->id );
		$offset  = '';
		do {
			$page = $this->client->send( ApiRequest::newest( '/payments/search', $filters, $offset ) );
			$offset = $page->next_offset();
			$theirs = static fn ( Answer $payment ): bool => self::is_of( $customer, $payment );
			yield [ array_values( array_filter( $page->list( 'data' ), $theirs ) ), $offset === '' ];
		} while ( $offset !== '' && --$most > 0 );
	}

	/** @throws RemoteFailure while it is not known which account is connected. */
	private function begin_with_the_newest(): bool {
		return ! $this->findings->is_otherwise( Assumption::NewestPayments );
	}

	/** Whom the search is for is not all that it may find: each says whose it is. */
	private static function is_of( CustomerRef $customer, Answer $payment ): bool {
		$related = $payment->object( 'related' );
		return ! $related->has( 'id' )
			|| ( $related->id() === $customer->id && $related->string( 'type' ) === $customer->type->value );
	}
}
