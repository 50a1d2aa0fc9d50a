<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Doctor\Trials;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Sellsy\Client\ApiRequest;
use OrderInvoicer\Sellsy\Client\SellsyClient;
use OrderInvoicer\Sellsy\Mapping\AccountMapping;
use OrderInvoicer\Sellsy\SeenPerson;
use OrderInvoicer\Sellsy\Transport\SeenQuota;

/** Who is connected, what this person may do, and what an answer says of the allowance. */
final class AccountTrial implements Trial {

	private const WINDOWS = [ 'second', 'minute', 'day' ];

	public function __construct(
		private readonly SellsyClient $client,
		private readonly AccountMapping $mapping,
		private readonly SeenQuota $quota,
		private readonly SeenPerson $person,
	) {}

	public function about(): About {
		return new About(
			name: 'account',
			answers: [ 'account-of-token', 'quota-headers' ],
			most_calls: 1,
			is_asked_each_time: true
		);
	}

	public function run( Answers $answers ): void {
		try {
			$me       = $this->client->send( ApiRequest::me( [ 'account', ...SeenPerson::EMBED ] ) );
			$is_named = $this->mapping->account( $me ) !== '';
			$this->person->keep( $me );
			$answers->give( 'account-of-token', $is_named, $is_named ? 'named' : 'not-named' );
			$this->look_at_quota( $answers );
		} catch ( RemoteFailure $failure ) {
			// Sellsy refused: that is an answer too. One that never came, or came from a gateway, tells nothing.
			if ( $failure->kind === FailureKind::AccountBlocked ) {
				$this->look_at_quota( $answers );
			}
			throw $failure;
		}
	}

	private function look_at_quota( Answers $answers ): void {
		$told   = array_intersect( self::WINDOWS, $this->quota->told() );
		$is_all = count( $told ) === count( self::WINDOWS );
		$answers->give( 'quota-headers', $is_all, $is_all ? 'told' : ( $told === [] ? 'not-told' : 'in-part' ) );
	}
}
