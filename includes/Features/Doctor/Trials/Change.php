<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Doctor\Trials;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Features\Doctor\Kept\Thing;
use OrderInvoicer\Sellsy\Client\Answer;
use OrderInvoicer\Sellsy\Client\ApiRequest;
use OrderInvoicer\Sellsy\Client\SellsyClient;

/** Changes one of the doctor's objects, and tells how it stands then. */
final class Change {

	public function __construct( private readonly SellsyClient $client ) {}

	/**
	 * @param array<string, mixed> $fields what is sent.
	 * @param list<string>         $wanted fields to look at: where the answer to a change leaves one out, it is read.
	 * @throws RemoteFailure
	 */
	public function of( Thing $thing, int $id, array $fields, array $wanted ): Answer {
		$path    = Specimens::path( $thing ) . '/{id}';
		$changed = $this->client->send( ApiRequest::put( $path, $fields, [ 'id' => $id ] )->as_trial() );
		return array_diff( $wanted, $changed->keys() ) === []
			? $changed
			: $this->client->send( ApiRequest::get( $path, [ 'id' => $id ] ) );
	}
}
