<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Doctor\Trials;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Seen\EventAddress;
use OrderInvoicer\Domain\Seen\Webhooks;
use OrderInvoicer\Domain\System\Randomness;
use OrderInvoicer\Features\Doctor\Kept\Thing;

/** What the account can tell of, and a webhook that is off: searched by a part of its address. */
final class WebhookTrial implements Trial {

	/** No page of the shop's: nobody answers there. */
	private const NOWHERE = '-doctor';

	public function __construct(
		private readonly Webhooks $webhooks,
		private readonly EventAddress $address,
		private readonly Things $things,
		private readonly Randomness $randomness,
	) {}

	public function about(): About {
		return new About( name: 'webhook', answers: [ 'events-of-documents', 'webhook-by-address' ], most_calls: 5 );
	}

	public function run( Answers $answers ): void {
		$events = $this->webhooks->events();
		$answers->give( 'events-of-documents', $events !== [], $events === [] ? 'none' : 'some' );
		$endpoint = $this->address->url() . self::NOWHERE;
		$webhook  = $this->things->there( Thing::Webhook ) ?? $this->things->make(
			Thing::Webhook,
			Specimens::webhook( $this->things->mark(), $endpoint, $this->randomness->token(), $events )
		);
		$by_part = $this->finds( $webhook, substr( $endpoint, 0, -3 ) );
		if ( $by_part || $this->finds( $webhook, $endpoint ) ) {
			$answers->give( 'webhook-by-address', $by_part, $by_part ? 'part' : 'whole' );
		} else {
			$answers->not_known( 'webhook-by-address', 'search-lags' );
		}
		$this->things->remove( Thing::Webhook );
	}

	/** @throws RemoteFailure */
	private function finds( int $webhook, string $endpoint ): bool {
		$found = $this->things->search( Thing::Webhook, [ 'endpoint' => $endpoint ] );
		return in_array( $webhook, NewestFirst::ids( $found ), true );
	}
}
