<?php

declare( strict_types=1 );

namespace OrderInvoicer\Health\Checks\Taxes;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Admin\AdminPage;

/** What is asked of the shop's table of rates, and what is said of the answer. */
enum RateQuestion: string {

	case Names     = 'rate_names';
	case OneName   = 'rate_one_name';
	case Zero      = 'rate_zero';
	case Countries = 'rate_countries';

	public function label(): string {
		return match ( $this ) {
			self::Names     => __( 'Names of tax rates', 'orderinvoicer' ),
			self::OneName   => __( 'Tax rates of one name', 'orderinvoicer' ),
			self::Zero      => __( 'Tax rates of 0 %', 'orderinvoicer' ),
			self::Countries => __( 'Countries without a tax rate', 'orderinvoicer' ),
		};
	}

	public function in_order(): string {
		return match ( $this ) {
			self::Names     => __( 'Each tax rate has a name', 'orderinvoicer' ),
			self::OneName   => __( 'No two tax rates of a country share a name', 'orderinvoicer' ),
			self::Zero      => __( 'Each tax rate of 0 % has its exemption', 'orderinvoicer' ),
			self::Countries => __( 'Each country whose VAT you owe has a tax rate', 'orderinvoicer' ),
		};
	}

	public function title( int $count ): string {
		return sprintf(
			match ( $this ) {
				self::Names     =>
					/* translators: %s: number of tax rates. */
					_n( '%s tax rate has no name', '%s tax rates have no name', $count, 'orderinvoicer' ),
				self::OneName   =>
					/* translators: %s: number of tax rates. */
					_n(
						'%s tax rate shares its name with another percentage',
						'%s tax rates share a name and differ',
						$count,
						'orderinvoicer'
					),
				self::Zero      =>
					/* translators: %s: number of tax rates. */
					_n(
						'%s tax rate of 0 %% has no exemption',
						'%s tax rates of 0 %% have no exemption',
						$count,
						'orderinvoicer'
					),
				self::Countries =>
					/* translators: %s: number of countries. */
					_n(
						'%s country that you sell to lacks a tax rate',
						'%s countries that you sell to lack a tax rate',
						$count,
						'orderinvoicer'
					),
			},
			number_format_i18n( $count )
		);
	}

	public function why(): string {
		return match ( $this ) {
			self::Names     =>
				__(
					'Your customers read “Tax” on their order, and here you cannot tell which rate it is.',
					'orderinvoicer'
				),
			self::OneName   =>
				__( 'An order with both shows two amounts of the same name, and here one is easily taken for the other.', 'orderinvoicer' ),
			self::Zero      =>
				__( 'An invoice must say why it has no VAT. Orders with such a rate stop until an exemption is chosen for it.', 'orderinvoicer' ),
			self::Countries =>
				__( 'Orders from there are charged no VAT at all. Within the EU a private customer owes it: yours, or that of the country (OSS).', 'orderinvoicer' ),
		};
	}

	public function next_step(): string {
		return match ( $this ) {
			self::Names     => __( 'Name them in WooCommerce › Settings › Tax.', 'orderinvoicer' ),
			self::OneName   =>
				__(
					'Give each its percentage in its name, such as “TVA 5,5 %”, in WooCommerce › Settings › Tax.',
					'orderinvoicer'
				),
			self::Zero      => __( 'Choose the exemption; your accountant knows it.', 'orderinvoicer' ),
			self::Countries =>
				__( 'Add their rates in WooCommerce › Settings › Tax, or sell to fewer countries in WooCommerce › Settings › General; your accountant knows which.', 'orderinvoicer' ),
		};
	}

	public function page(): string {
		return $this === self::Zero ? AdminPage::PATH . '#/taxes' : 'admin.php?page=wc-settings&tab=tax';
	}
}
