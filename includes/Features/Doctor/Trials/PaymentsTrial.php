<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Doctor\Trials;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Sellsy\Client\Answer;
use OrderInvoicer\Sellsy\Client\ApiRequest;
use OrderInvoicer\Sellsy\Client\SellsyClient;

/** The newest payments, and those of a customer. */
final class PaymentsTrial implements Trial {

	public function __construct( private readonly SellsyClient $client ) {}

	public function about(): About {
		return new About( name: 'payments', answers: [ 'newest-payments', 'payments-of-customer' ], most_calls: 2 );
	}

	public function run( Answers $answers ): void {
		$newest = $this->list( [] );
		NewestFirst::look( $newest, 'newest-payments', $answers );
		foreach ( $newest as $payment ) {
			$customer = $this->customer( $payment );
			if ( $customer !== null ) {
				$found = $this->list( [ 'related_objects' => [ $customer ] ] );
				$is_in = in_array( $payment->id(), NewestFirst::ids( $found ), true );
				$other = array_filter( $found, fn ( Answer $one ): bool => $this->customer( $one ) !== $customer );
				$code  = $is_in ? ( $other === [] ? 'found' : 'others-too' ) : 'not-found';
				$answers->give( 'payments-of-customer', $code === 'found', $code );
				return;
			}
		}
		$answers->not_known( 'payments-of-customer', 'too-few' );
	}

	/** @return array{type: string, id: int}|null */
	private function customer( Answer $payment ): ?array {
		$related = $payment->object( 'related' );
		return ! $related->has( 'id' ) ? null : [
			'type' => $related->string( 'type' ),
			'id'   => $related->id(),
		];
	}

	/**
	 * @param array<string, mixed> $filter
	 * @return list<Answer>
	 * @throws RemoteFailure
	 */
	private function list( array $filter ): array {
		$search = ApiRequest::newest( '/payments/search', $filter, most: NewestFirst::MOST );
		return $this->client->send( $search )->list( 'data' );
	}
}
