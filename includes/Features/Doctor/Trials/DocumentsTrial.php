<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Doctor\Trials;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Sellsy\Client\Answer;
use OrderInvoicer\Sellsy\Client\ApiRequest;
use OrderInvoicer\Sellsy\Client\SellsyClient;

/** The newest invoices, and what a part of a number finds. */
final class DocumentsTrial implements Trial {


	public function __construct( private readonly SellsyClient $client ) {}

	public function about(): About {
		return new About( name: 'documents', answers: [ 'newest-first', 'number-is-whole' ], most_calls: 2 );
	}

	public function run( Answers $answers ): void {
		$newest = $this->list( [] );
		NewestFirst::look( $newest, 'newest-first', $answers );
		$numbers = array_filter(
			array_map( static fn ( Answer $one ): string => $one->string( 'number' ), $newest ),
			static fn ( string $number ): bool => strlen( $number ) > 2
		);
		$number  = array_values( $numbers )[0] ?? '';
		if ( $number === '' ) {
			$answers->not_known( 'number-is-whole', 'too-few' );
			return;
		}
		$found   = array_map(
			static fn ( Answer $one ): string => $one->string( 'number' ),
			$this->list( [ 'number' => substr( $number, 1 ) ] )
		);
		$by_part = in_array( $number, $found, true );
		$answers->give( 'number-is-whole', ! $by_part, $by_part ? 'part' : 'whole' );
	}

	/**
	 * @param array<string, mixed> $filter
	 * @return list<Answer>
	 * @throws RemoteFailure
	 */
	private function list( array $filter ): array {
		$search = ApiRequest::newest( '/invoices/search', $filter, most: NewestFirst::MOST );
		return $this->client->send( $search )->list( 'data' );
	}
}
