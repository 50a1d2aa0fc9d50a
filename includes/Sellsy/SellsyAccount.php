<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\Account;
use OrderInvoicer\Sellsy\Auth\Access;
use OrderInvoicer\Sellsy\Auth\AccountIdentity;
use OrderInvoicer\Sellsy\Client\ApiRequest;
use OrderInvoicer\Sellsy\Client\SellsyClient;
use OrderInvoicer\Sellsy\Mapping\AccountMapping;
use OrderInvoicer\Sellsy\Resources\AccountLists;

final class SellsyAccount implements Account {

	public function __construct(
		private readonly Access $access,
		private readonly AccountIdentity $identity,
		private readonly SellsyClient $client,
		private readonly AccountMapping $mapping,
		private readonly AccountLists $lists,
		private readonly RightsCheck $rights,
		private readonly SeenPerson $person,
	) {}

	public function is_configured(): bool {
		return $this->access->is_possible();
	}

	/** Asks Sellsy once per client: credentials may come from wp-config.php, where nobody ever pressed "Test". */
	public function id(): string {
		if ( $this->identity->id() === '' && $this->is_configured() ) {
			$this->me();
		}
		return $this->identity->id();
	}

	public function me(): array {
		$me = $this->client->send( ApiRequest::me( [ 'account' ] ) );
		$this->identity->remember( $this->mapping->account( $me ), $this->mapping->account_name( $me ) );
		return [
			'id'    => $me->id(),
			'name'  => $this->mapping->person( $me ),
			'email' => $me->string( 'email' ),
		];
	}

	public function name(): ?string {
		return $this->identity->name();
	}

	public function read_name(): void {
		$me = $this->client->send( ApiRequest::me( [ 'account', ...SeenPerson::EMBED ] ) );
		$this->identity->rename( $this->mapping->account_name( $me ) );
		$this->person->keep( $me );
	}

	public function rights(): array {
		return $this->rights->rights();
	}

	public function taxes(): array {
		return array_map( $this->mapping->remote_tax( ... ), $this->lists->taxes() );
	}

	public function rate_categories(): array {
		$usable = [];
		foreach ( $this->lists->rate_categories() as $category ) {
			if ( ! $category['includes_taxes'] ) {
				unset( $category['includes_taxes'] );
				$usable[] = $category;
			}
		}
		return $usable;
	}

	public function staffs(): array {
		return $this->lists->staffs();
	}

	public function models(): array {
		return $this->lists->models();
	}

	public function payment_terms(): array {
		return array_map(
			static fn( array $term ): array => [
				'id'    => $term['id'],
				'label' => $term['label'],
			],
			$this->lists->payment_terms()
		);
	}

	public function payment_methods(): array {
		return $this->lists->payment_methods();
	}

	public function has_v1(): bool {
		return $this->lists->has_v1();
	}

	public function kept_lists(): array {
		return $this->is_configured() ? $this->lists->kept_ones() : AccountLists::LISTS;
	}

	public function as_last_read( callable $read ): array {
		return $this->lists->as_last_read( $read );
	}

	public function refresh(): void {
		$this->lists->forget();
	}
}
