<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Doctor\Trials;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Features\Doctor\Kept\Thing;
use OrderInvoicer\Sellsy\Client\ApiRequest;
use OrderInvoicer\Sellsy\Client\SellsyClient;

/** A company is searched by its contact, and by its e-mail in small letters. */
final class ContactsTrial implements Trial {

	/** A search that finds nothing says something only where it finds the company by something else. */
	private const LOOKS = 3;

	public function __construct(
		private readonly SellsyClient $client,
		private readonly Things $things,
		private readonly Clock $clock,
	) {}

	public function about(): About {
		return new About( name: 'contacts', answers: [ 'companies-of-contact', 'search-by-email' ], most_calls: 8 );
	}

	public function run( Answers $answers ): void {
		$company = $this->things->company();
		$contact = $this->things->there( Thing::Contact )
			?? $this->things->make( Thing::Contact, Specimens::contact( $this->things->mark() ) );
		$this->client->send( ApiRequest::link( $company, $contact ) );
		$email    = Specimens::email( $this->things->mark() );
		$of_it    = $this->found( [ 'contacts' => [ $contact ] ] );
		$is_found = in_array( $company, $of_it, true );
		if ( ! $is_found && ! in_array( $company, $this->found( [ 'email' => $email ] ), true ) ) {
			$this->look_later( $answers );
			return;
		}
		$is_it = $of_it === [ $company ]; // A filter that is not looked at finds all companies.
		$answers->give( 'companies-of-contact', $is_it, $is_it ? 'found' : ( $is_found ? 'others-too' : 'not-found' ) );
		$seen = $this->seen_by_email( $company, $email );
		$answers->give( 'search-by-email', $seen !== 'any-case', $seen );
		$this->things->remove( Thing::Contact );
	}

	/**
	 * Sellsy may keep an address in small letters: then these alone find it.
	 *
	 * @throws RemoteFailure
	 */
	private function seen_by_email( int $company, string $email ): string {
		if ( ! in_array( $company, $this->found( [ 'email' => strtolower( $email ) ] ), true ) ) {
			return 'exact';
		}
		$is_found = in_array( $company, $this->found( [ 'email' => $email ] ), true );
		return $is_found ? 'any-case' : 'small-letters';
	}

	private function look_later( Answers $answers ): void {
		$looks = 1 + (int) $answers->noted( 'contact-looks' );
		if ( $looks < self::LOOKS && $answers->seen( 'search-lag' ) !== CompanyTrial::LATER ) {
			$answers->note( 'contact-looks', $looks );
			$answers->wait_until( $this->clock->now()->modify( '+1 minute' ) );
			return;
		}
		$answers->leave_open( 'search-lags' );
	}

	/**
	 * @param array<string, mixed> $filter
	 * @return list<int>
	 * @throws RemoteFailure
	 */
	private function found( array $filter ): array {
		return NewestFirst::ids( $this->things->search( Thing::Company, $filter ) );
	}
}
