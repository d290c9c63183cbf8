import Quantities
import Testing

@testable import Policy

struct AddressTests {
    private func address(_ member: String?, _ region: String?) -> Address {
        PolicyFixture.address("quota", member, region)
    }

    @Test("an address covers its member and its region with all within it")
    func covers() {
        let malang = PolicyFixture.malang
        #expect(address(nil, nil).covers(member: "petani", region: malang))
        #expect(address("petani", nil).covers(member: "petani", region: malang))
        #expect(!address("petani", nil).covers(member: "ojek", region: malang))
        #expect(!address("petani", nil).covers(member: nil, region: malang))
        #expect(address(nil, "35").covers(member: "ojek", region: malang))
        #expect(address(nil, "00").covers(member: "ojek", region: malang))
        #expect(!address(nil, "62").covers(member: "ojek", region: malang))
        #expect(!address(nil, "35.74").covers(member: nil, region: RegionCode("35")))
        #expect(!address(nil, "35").covers(member: nil, region: nil))
        #expect(address("petani", "35.74").covers(member: "petani", region: malang))
    }

    @Test("narrower addresses are more specific; the nation is no narrower than no region")
    func specificity() {
        let rising = [
            address(nil, nil), address("petani", nil), address(nil, "35"), address("petani", "35"),
            address(nil, "35.74"), address("petani", "35.74"),
        ].map(\.specificity)
        #expect(rising == rising.sorted() && Set(rising).count == rising.count)
        #expect(address(nil, "00").specificity == address(nil, nil).specificity)
        #expect(address("petani", "00").specificity == address("petani", nil).specificity)
    }

    @Test("written as scenarios write it")
    func description() {
        #expect("\(address("petani", "35.74"))" == "quota.petani@35.74")
        #expect("\(address(nil, "35"))" == "quota@35")
        let law = PolicyFixture.address("bpu.jkm.amount")
        #expect("\(law)" == "law.bpu.jkm.amount" && law.role == .law)
        let ceiling = PolicyFixture.address("purse.ceiling", "dbh-cht", "35.05")
        #expect("\(ceiling)" == "purse.ceiling.dbh-cht@35.05" && ceiling.role == .lever)
        #expect(PolicyFixture.address("rate.lapse").role == .assumption)
    }
}
