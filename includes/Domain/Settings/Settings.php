<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Settings;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Order\ExemptSituation;
use OrderInvoicer\Domain\Settings\Fields\Choice;
use OrderInvoicer\Domain\Settings\Fields\Flag;
use OrderInvoicer\Domain\Settings\Fields\Group;
use OrderInvoicer\Domain\Settings\Fields\Id;
use OrderInvoicer\Domain\Settings\Fields\ListOf;
use OrderInvoicer\Domain\Settings\Fields\Map;
use OrderInvoicer\Domain\Settings\Fields\Number;
use OrderInvoicer\Domain\Settings\Fields\Text;

/**
 * Everything the owner set, without secrets. Stored, imported and sent over REST in one shape (`SettingsArray`). A
 * setting is declared once: a parameter here or in one of the groups, with its field.
 */
final class Settings {

	/** Signs that an order was shipped, in `shipped`; a status of that meaning is `status:<slug>`. */
	public const SHIPPED_FULFILMENT = 'fulfilment';
	public const SHIPPED_TRACKING   = 'tracking';

	/**
	 * @param array<string, WorkflowSettings> $workflows    by DocumentKind value, all of them.
	 * @param list<StateRule>                 $states
	 * @param list<string>                    $shipped
	 * @param array<int, int>                 $tax_rates    WooCommerce rate id => Sellsy tax id.
	 * @param array<string, int>              $exempt_taxes ExemptSituation value => Sellsy tax id.
	 * @param array<string, string>           $exempt_reasons by ExemptSituation value, in the owner's words, which
	 *                                        diagnostics show.
	 */
	public function __construct(
		#[Text( pattern: '^[A-Z0-9]{2,8}$', description: 'Begins every reference at Sellsy; fixed once used.' )]
		public readonly string $shop_code,
		#[Workflows]
		public readonly array $workflows,
		#[Group( PaymentSettings::class )]
		public readonly PaymentSettings $payments,
		#[Group( RefundSettings::class )]
		public readonly RefundSettings $refunds,
		#[Group( ShopperSettings::class )]
		public readonly ShopperSettings $shopper,
		#[Group( CustomerEmailSettings::class )]
		public readonly CustomerEmailSettings $customer_emails,
		#[Group( TalkBackSettings::class )]
		public readonly TalkBackSettings $talk_back,
		#[ListOf(
			new StateRuleField(),
			'What an order in this status does to its document of that kind. It never creates one.'
		)]
		public readonly array $states,
		#[ListOf(
			new Text( pattern: '^(status:[a-z0-9_-]{1,40}|fulfilment|tracking)$' ),
			'What counts as shipped: status: and an order status, fulfilment, tracking.'
		)]
		public readonly array $shipped,
		#[Group( ItemSettings::class )]
		public readonly ItemSettings $items,
		#[Group( StockSettings::class )]
		public readonly StockSettings $stock,
		/** Also of orders that charge nothing, such as those that a coupon pays in full. */
		#[Flag( default: true, description: 'Documents are made of orders of 0.00 too.' )]
		public readonly bool $free_orders,
		/** By API v1: Sellsy takes no payment of 0.00. */
		#[Flag( description: 'A final invoice of 0.00 that Sellsy leaves due is set to paid; needs api-v1.' )]
		public readonly bool $free_orders_paid,
		#[Choice(
			[ '', 'parent', 'children', 'nobody' ],
			'',
			'Who bills an order that a marketplace splits: the order, or the sellers\' own. Empty: not said, they wait.'
		)]
		public readonly string $split_sales,
		/** Shoppers are asked for SIRET and VAT number at checkout. */
		#[Flag]
		public readonly bool $checkout_numbers,
		/** And only those who tick "I buy for a company" are, for its name and their own order number as well. */
		#[Flag]
		public readonly bool $checkout_company_box,
		#[Choice( [ '', 'debit', 'collection' ], '', 'Empty: as the account has it.' )]
		public readonly string $vat_mode,
		/** One realistic order in a thousand needs more than the default. */
		#[Number( 5, maximum: 100, description: 'Most minor units that an "Arrondi" row may hold.' )]
		public readonly int $rounding_cap,
		#[Map( 'rate_id', new Id( 'A tax rate of WooCommerce.' ), 'tax_id', new Id( 'A tax of Sellsy.' ) )]
		public readonly array $tax_rates,
		#[Map( 'situation', new Choice( ExemptSituation::class ), 'tax_id', new Id( 'A tax of Sellsy.' ) )]
		public readonly array $exempt_taxes,
		#[Map(
			'situation',
			new Choice( ExemptSituation::class ),
			'reason',
			new Text(
				shortest: 15,
				longest: 300,
				description: 'Why that tax is right although its category is not one of the situation\'s.'
			)
		)]
		public readonly array $exempt_reasons,
		#[Id( 'Exempt tax of category E for the "Arrondi" row.', is_optional: true )]
		public readonly ?int $rounding_tax_id,
		#[Number( 8, maximum: 23, description: 'From this hour of the shop on, the day\'s digest e-mail is due.' )]
		public readonly int $digest_hour,
		#[Flag]
		public readonly bool $debug_log,
		#[Flag]
		public readonly bool $delete_data_on_uninstall,
	) {}

	/** Something is switched on that makes documents. */
	public function is_at_work(): bool {
		return array_filter(
			$this->workflows,
			static fn ( WorkflowSettings $workflow ): bool => $workflow->enabled
		) !== [];
	}

	/**
	 * What orders stop for while it is missing or wrong (`ProblemTraits::by_setting`).
	 *
	 * @return list<mixed>
	 */
	public function awaited(): array {
		return [
			$this->tax_rates,
			$this->exempt_taxes,
			$this->exempt_reasons,
			$this->rounding_tax_id,
			$this->rounding_cap,
			$this->payments->methods,
			array_map(
				static fn ( WorkflowSettings $workflow ): array => [
					$workflow->rate_category_id,
					...array_column( $workflow->rules, 'rate_category_id', 'id' ),
				],
				$this->workflows
			),
		];
	}

	/** As the owner saves it: what goes on has its moment, what was on keeps it. */
	public function saved_after( self $before, \DateTimeImmutable $now ): self {
		$workflows = [];
		foreach ( $this->workflows as $kind => $workflow ) {
			$workflows[ $kind ] = $workflow->switched( $before->workflows[ $kind ], $now );
		}
		return $this->with(
			[
				'workflows' => $workflows,
				'payments'  => $this->payments->switched( $before->payments, $now ),
			]
		);
	}

	public function workflow( DocumentKind $kind ): WorkflowSettings {
		return $this->workflows[ $kind->value ];
	}

	/** Orders have to be read for them: most shops have none. Kinds that are switched off are asked as well. */
	public function has_rules(): bool {
		return array_filter(
			$this->workflows,
			static fn ( WorkflowSettings $workflow ): bool => $workflow->has_rules()
		) !== [];
	}

	/** @return int the id of the rule that takes the order as it is. */
	public function rule_for( DocumentKind $kind, ?OrderTraits $order ): int {
		return $this->workflow( $kind )->rule_for( $order, $order->named[ $kind->value ] ?? null );
	}

	/** The same for a document of that rule, as if its kind had no other. */
	public function under( DocumentKind $kind, int $rule_id ): self {
		$workflow = $this->workflow( $kind )->under( $rule_id );
		return $this->with(
			[
				'workflows' => [
					...$this->workflows,
					$kind->value => $workflow,
				],
			]
		);
	}

	/** With another cap for the "Arrondi" row. */
	public function with_rounding_cap( int $cap ): self {
		return $this->with( [ 'rounding_cap' => $cap ] );
	}

	/** @param array<string, mixed> $changed by field. */
	private function with( array $changed ): self {
		// @phpstan-ignore argument.type (its own fields, each of its type)
		return new self( ...[ ...get_object_vars( $this ), ...$changed ] );
	}

	/**
	 * Where nothing at Sellsy notices a sale, its stock would give back to the shop what was sold. So the document that
	 * does has to be made at all.
	 */
	public function stock_may_lead(): bool {
		$kind = $this->stock->kind();
		return $this->stock->leader === StockSettings::SHOP
			|| ( $kind !== null && $this->workflow( $kind )->enabled );
	}
}
