<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Doctor\Trials;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Sellsy\Client\ApiRequest;
use OrderInvoicer\Sellsy\Client\SellsyClient;

/** An address of the doctor's company, added and listed. It goes with the company. */
final class AddressTrial implements Trial {

	private const PATH = '/companies/{companyId}/addresses';

	public function __construct(
		private readonly SellsyClient $client,
		private readonly Things $things,
	) {}

	public function about(): About {
		return new About( name: 'address', answers: [ 'addresses-at-once' ], most_calls: 3 );
	}

	public function run( Answers $answers ): void {
		$of    = [ 'companyId' => $this->things->company() ];
		$added = $this->client->send( ApiRequest::post( self::PATH, Specimens::address(), $of )->as_trial() )->id();
		$all   = $this->client->send( ApiRequest::get( self::PATH, $of ) )->list( 'data' );
		$is_in = in_array( $added, NewestFirst::ids( $all ), true );
		$answers->give( 'addresses-at-once', $is_in, $is_in ? 'listed' : 'not-listed' );
	}
}
